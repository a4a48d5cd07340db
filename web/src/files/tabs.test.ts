import { Text } from "@codemirror/state";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { blank } from "../services/document.ts";
import { Events } from "../services/events.ts";
import { Notices } from "../services/notices.ts";
import type { Keeping } from "../services/session.ts";
import { kept } from "./kept.sample.ts";
import { entryOf } from "./records.ts";

// Several tabs, of which one writes a document. Each has modules of its own.

type Hold = (lock: object | null) => Promise<void> | undefined;

/** The browser's locks, which all tabs share. */
class Locks {
  /** How those that hold a lock lose it. */
  private readonly held = new Map<string, (error: Error) => void>();
  private readonly waiting: { name: string; take: () => void }[] = [];

  request(name: string, options: { ifAvailable?: true; steal?: true; signal?: AbortSignal }, hold: Hold) {
    return new Promise<void>((done, fail) => {
      const take = () => {
        this.held.set(name, fail);
        void hold({})?.then(() => {
          if (this.held.get(name) === fail) this.free(name);
          done();
        });
      };
      const loses = this.held.get(name);
      if (options.steal) loses?.(new DOMException("", "AbortError"));
      if (options.steal || !loses) take();
      else if (options.ifAvailable) {
        void hold(null);
        done();
      } else {
        const one = { name, take };
        this.waiting.push(one);
        options.signal?.addEventListener("abort", () => {
          const at = this.waiting.indexOf(one);
          if (at >= 0) this.waiting.splice(at, 1);
          fail(new DOMException("", "TimeoutError"));
        });
      }
    });
  }

  private free(name: string): void {
    this.held.delete(name);
    const at = this.waiting.findIndex((one) => one.name === name);
    if (at >= 0) this.waiting.splice(at, 1)[0]!.take();
  }
}

/** The channel between the tabs; one that the browser has put to sleep hears nothing. */
class Channel {
  static readonly all: Channel[] = [];
  onmessage: ((message: { data: unknown }) => void) | null = null;
  asleep = false;
  constructor() {
    Channel.all.push(this);
  }
  postMessage(data: unknown): void {
    for (const one of Channel.all) if (one !== this && !one.asleep) queueMicrotask(() => one.onmessage?.({ data }));
  }
}

/** What the browser keeps of the document, for all tabs. */
let stored: Map<string, string>;

/** A keeper whose ways a test may change. */
class TabKeeper extends Events<"kept"> {
  lastKept = "";
  parted = 0;
  canKeep = true;
  /** Done while a text is on its way into the database, once. */
  meanwhile = () => {};
  readonly store = {
    find: async (id: string) => {
      const text = stored.get(id);
      if (text === undefined) return undefined;
      const record = kept(id, text, 5);
      return { kept: record, source: undefined, entry: entryOf(record, undefined, 0) };
    },
  };
  constructor(private readonly session: OpenDocument) {
    super();
  }
  async keep(): Promise<boolean> {
    const { document, text, locked } = this.session;
    if (locked || !this.canKeep) return false;
    this.session.keeping = "kept";
    const { meanwhile } = this;
    this.meanwhile = () => {};
    await Promise.resolve();
    meanwhile();
    stored.set(document.id, text.toString());
    this.lastKept = document.id;
    this.tell("kept");
    return true;
  }
  async part(): Promise<void> {
    this.parted++;
    this.session.document = blank("a (copy).txt");
  }
  async reopen(id: string): Promise<boolean> {
    const text = stored.get(id);
    if (text === undefined) return false;
    this.session.open({ ...blank("a.txt"), id }, text);
    return true;
  }
}

class OpenDocument {
  document = blank();
  text = Text.empty;
  keeping: Keeping = "kept";
  locked = false;
  open(document: ReturnType<typeof blank>, text: string): void {
    this.document = document;
    this.text = Text.of([text]);
    this.locked = false;
    this.keeping = "kept";
  }
  type(text: string): void {
    this.text = Text.of([text]);
    this.keeping = "pending";
  }
  lock(locked: boolean): void {
    this.locked = locked;
  }
  replace(text: string): void {
    this.text = Text.of([text]);
  }
}

/** Another tab of the browser. */
async function newTab() {
  vi.resetModules();
  const { Tabs } = await import("./tabs.ts");
  const claims = await import("./claims.ts");
  const { StoreError } = await import("./store.ts");
  const session = new OpenDocument();
  const keeper = new TabKeeper(session);
  const notices = new Notices();
  const rescued: string[] = [];
  const history = {
    add: vi.fn(async (_why: string, doc?: Text) => {
      rescued.push(String(doc));
      return true;
    }),
  };
  const tabs = new Tabs(session, keeper, history, notices, { focus: () => {} });
  return { tabs, session, keeper, notices, rescued, history, claims, StoreError, channel: Channel.all.at(-1)! };
}

const id = "shared";
let first: Awaited<ReturnType<typeof newTab>>;
let second: typeof first;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { locks: new Locks() });
  vi.stubGlobal("BroadcastChannel", Channel);
  vi.spyOn(AbortSignal, "timeout").mockImplementation((after) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), after);
    return controller.signal;
  });
  Channel.all.length = 0;
  stored = new Map([[id, "kept"]]);
  first = await newTab();
  second = await newTab();
  await first.claims.claim(id);
  await first.keeper.reopen(id);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a document that is brought from another tab", () => {
  test("comes with what was typed last there, and is only read there from then on", async () => {
    first.session.type("kept and more");
    await second.tabs.bring(id);
    expect([second.session.text.toString(), second.claims.has(id)]).toEqual(["kept and more", true]);
    expect([first.session.locked, first.claims.has(id)]).toEqual([true, false]);
    expect(first.notices.last?.action).toBeDefined();
  });

  test("goes back the same way", async () => {
    await second.tabs.bring(id);
    second.session.type("of the second");
    first.notices.last!.action!.run();
    await vi.advanceTimersByTimeAsync(0);
    expect([first.session.text.toString(), first.session.locked]).toEqual(["of the second", false]);
    expect(second.session.locked).toBe(true);
  });

  test("comes with what was typed while the rest was being kept", async () => {
    first.session.type("one");
    first.keeper.meanwhile = () => first.session.type("one two");
    await second.tabs.bring(id);
    expect(second.session.text.toString()).toBe("one two");
  });

  test("leaves alone another that was opened there while it was being kept", async () => {
    first.session.type("one");
    first.keeper.meanwhile = () => first.session.open(blank("other.txt"), "other");
    await second.tabs.bring(id);
    expect([first.session.locked, first.notices.last, first.keeper.parted]).toEqual([false, null, 0]);
    expect(second.session.document.id).toBe(id);
  });

  test("leaves there a document of its own when the last words could not be kept", async () => {
    first.session.type("nowhere else");
    first.keeper.canKeep = false;
    await second.tabs.bring(id);
    expect([first.keeper.parted, first.session.locked]).toEqual([1, false]);
    expect([first.session.text.toString(), second.session.text.toString()]).toEqual(["nowhere else", "kept"]);
  });

  test("that is gone is said to be, and claimed by nobody", async () => {
    stored.clear();
    first.keeper.canKeep = false;
    await second.tabs.bring(id);
    expect(second.notices.last?.tone).toBe("refusal");
    expect(second.claims.has(id)).toBe(false);
  });

  test("that is damaged is said to be, and claimed by nobody", async () => {
    vi.spyOn(second.keeper, "reopen").mockRejectedValue(new second.StoreError("unreadable"));
    await second.tabs.bring(id);
    expect(second.notices.last?.tone).toBe("refusal");
    expect(second.claims.has(id)).toBe(false);
  });
});

describe("a tab that does not answer", () => {
  beforeEach(() => void (first.channel.asleep = true));

  async function takeAway(): Promise<void> {
    const brought = second.tabs.bring(id);
    await vi.advanceTimersByTimeAsync(2900);
    expect(first.session.locked).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await brought;
    expect(second.session.document.id).toBe(id);
  }

  test("has its document taken after a while, and what was typed last becomes a version", async () => {
    first.session.type("typed last");
    await takeAway();
    expect([first.session.locked, first.claims.has(id)]).toEqual([true, false]);
    expect(first.rescued).toEqual(["typed last"]);
    expect(first.keeper.parted).toBe(0);
  });

  test("makes no version of what is kept", async () => {
    await takeAway();
    expect([first.session.locked, first.rescued]).toEqual([true, []]);
  });

  test("writes on in a document of its own where the last words go into no history", async () => {
    first.history.add.mockResolvedValue(false);
    first.session.type("typed last");
    await takeAway();
    expect([first.keeper.parted, first.session.locked]).toEqual([1, false]);
    expect(first.session.text.toString()).toBe("typed last");
  });

  test("has open what it opened since, when it hears that its document was taken", async () => {
    first.session.open(blank("other.txt"), "other");
    await takeAway();
    expect([first.session.locked, first.notices.last]).toEqual([false, null]);
  });

  test("follows what the other keeps only once its last words are in the history", async () => {
    let add = (_isSafe: boolean) => {};
    first.history.add.mockReturnValue(new Promise((done) => (add = done)));
    first.session.type("typed last");
    await takeAway();
    first.channel.asleep = false;
    second.session.type("of the second");
    await second.keeper.keep();
    await vi.advanceTimersByTimeAsync(0);
    expect(first.session.text.toString()).toBe("typed last");
    add(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(first.session.text.toString()).toBe("of the second");
  });
});

describe("a document that is only read", () => {
  beforeEach(async () => {
    await second.tabs.bring(id);
  });

  test("follows what the other tab keeps", async () => {
    second.session.type("next");
    await second.keeper.keep();
    await vi.advanceTimersByTimeAsync(0);
    expect([first.session.text.toString(), first.session.document.edition]).toEqual(["next", 5]);
  });

  test("does not put its text into one that is opened while it is read", async () => {
    second.session.type("next");
    const { find } = first.keeper.store;
    first.keeper.store.find = async (asked) => {
      first.session.open(blank("other.txt"), "other");
      return await find(asked);
    };
    await second.keeper.keep();
    await vi.advanceTimersByTimeAsync(0);
    expect(first.session.text.toString()).toBe("other");
  });
});
