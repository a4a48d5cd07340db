import type { Page } from "@playwright/test";

/** What the page's clock says, in milliseconds. */
export interface Probe {
  /**
   * Waits for a frame in which everything is to be seen, and says when it was
   * painted and when the last key before was pressed, as the page's clock tells.
   */
  painted(wanted: Wanted): Promise<{ key: number; painted: number }>;
  /** The longest task of the main thread since the last call, 0 for none of 50 ms. */
  longestTask(): number;
}

export interface Wanted {
  /** What the text must begin with. */
  text?: string;
  /** What the practices must contain, and what they must not. */
  practice?: string;
  notPractice?: string;
  /** The number of squiggles on the screen. */
  squiggles?: number;
  /** The number of marks that the status line names. */
  marks?: number;
  /** Whether a mark is to be seen in the text. */
  drawn?: boolean;
  /** Whether all of the document is worked out. */
  whole?: boolean;
}

/** When the page first showed its text to be edited, and practices beside it. */
export interface Arrival {
  text: Promise<{ painted: number }>;
  practices: Promise<{ painted: number }>;
}

declare global {
  var probe: Probe;
  var arrival: Arrival;
}

/** Puts the probe into each page that is opened from now on. */
export async function install(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let key = 0;
    let longest = 0;
    const patience = 30_000;
    addEventListener("keydown", (event) => (key = event.timeStamp), true);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    }).observe({ type: "longtask", buffered: true });

    // The first element of a name, in whichever shadow root. To look costs little
    // once it was found, or looking would be what is measured.
    const known = new Map<string, Element>();
    const find = (name: string, root: ParentNode = document): Element | undefined => {
      const before = known.get(name);
      if (before?.isConnected) return before;
      let found = root.querySelector(name) ?? undefined;
      for (const element of root.querySelectorAll("*")) {
        if (!found && element.shadowRoot) found = find(name, element.shadowRoot);
      }
      if (found) known.set(name, found);
      return found;
    };
    const textOf = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLStyleElement) return "";
      const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...inner.childNodes].map(textOf).join("");
    };
    // To read all cards in each frame would hold up what is measured: a card that had the
    // words before is looked at alone, as long as it is there, and all at long last.
    let card: Element | undefined;
    let looksAtCard = 0;
    const missingInPractices = (practice: string, not: string | undefined): string => {
      const says = (element: Element) => {
        const text = textOf(element);
        return text.includes(practice) && (not === undefined || !text.includes(not));
      };
      if (card?.isConnected && ++looksAtCard % 30 > 0) return says(card) ? "" : `practice ${practice}`;
      const panel = find("pm-practices");
      const cards = [...(panel?.shadowRoot?.querySelectorAll("pm-practice-card") ?? [])];
      if (cards.length === 0) return "practices";
      card = cards.find(says);
      return card ? "" : `practice ${practice} in: ${cards.map(textOf).join(" ")}`;
    };
    // What of it is not to be seen, "" when all of it is.
    const missing = (wanted: Wanted): string => {
      const content = find(".cm-content");
      if (!content) return "the editor";
      if (wanted.text !== undefined) {
        const shown = content.querySelector(".cm-line")?.textContent ?? "";
        if (!shown?.startsWith(wanted.text) || !(content as HTMLElement).isContentEditable) return "the text";
      }
      if (wanted.whole && !find("pm-practices")?.shadowRoot?.querySelector("pm-practice-filter"))
        return "the end of the document";
      if (wanted.drawn && !content.querySelector(".pm-mark")) return "a mark in the text";
      if (wanted.squiggles !== undefined) {
        const count = content.querySelectorAll(".pm-squiggle").length;
        if (count !== wanted.squiggles) return `squiggles: ${count}, not ${wanted.squiggles}`;
      }
      if (wanted.practice !== undefined || wanted.notPractice !== undefined) {
        const what = missingInPractices(wanted.practice ?? "", wanted.notPractice);
        if (what) return what;
      }
      if (wanted.marks !== undefined) {
        const bar = find("pm-status");
        const status = (bar ? textOf(bar) : "").replace(/(\d)[,.\u202f\u00a0](?=\d{3})/g, "$1");
        if (!new RegExp(`(^|\\D)${wanted.marks} marks`).test(status)) return `${wanted.marks} marks in: ${status}`;
      }
      return "";
    };
    globalThis.probe = {
      painted: (wanted) =>
        new Promise((resolve, reject) => {
          const start = performance.now();
          const look = () => {
            const what = missing(wanted);
            if (what && performance.now() - start > patience) return reject(new Error(`not to be seen: ${what}`));
            if (what) return void requestAnimationFrame(look);
            const { port1, port2 } = new MessageChannel();
            // The next task after a frame's callbacks comes when it was painted.
            port1.onmessage = () => resolve({ key, painted: performance.now() });
            port2.postMessage(null);
          };
          requestAnimationFrame(look);
        }),
      longestTask: () => {
        const last = longest;
        longest = 0;
        return last;
      },
    };
    globalThis.arrival = {
      text: probe.painted({ text: "" }),
      practices: probe.painted({ text: "", practice: "" }),
    };
  });
}
