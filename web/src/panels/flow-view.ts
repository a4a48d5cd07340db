import { select } from "d3-selection";
import { zoom, zoomIdentity, type ZoomBehavior } from "d3-zoom";
import { html, LitElement, nothing, svg } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Ban, Download, Maximize, ZoomIn, ZoomOut } from "lucide";
import type { Flow, FlowNode, PracticeFilter } from "../engine/protocol.gen.ts";
import { desk } from "../services/desk.ts";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { controls } from "../styles/controls.ts";
import { sidewards } from "../styles/sidewards.ts";
import { icon } from "../ui/icon.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";
import { barWidth, layOut, type Drawing } from "./flow-layout.ts";
import { svgFile } from "./flow-save.ts";
import { flowStyles, narrowest } from "./flow-styles.ts";
import { filterBy } from "./practice-filter.ts";
import { Questions } from "./questions.ts";

/** Which way the keys go, in columns and rows. */
const ways: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Who does something with which data, why and to whom, as streams whose width is
 * the number of practices. */
@customElement("pm-flow")
export class FlowView extends LitElement {
  private readonly desk = of(desk);
  private readonly notices = of(notices);
  private readonly session = of(session);
  @state() private flow: Flow | null = null;
  @state() private width = 0;
  /** The node that is pointed at or on which the focus is, -1 for none. */
  @state() private lit = -1;
  @state() private focused = 0;
  @query(".picture svg") private picture!: SVGSVGElement | null;
  private drawing: Drawing | null = null;
  private drawn: unknown[] = [];
  private zoomed: SVGSVGElement | null = null;
  private readonly zoom: ZoomBehavior<SVGSVGElement, unknown> = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.4, 8])
    // One finger scrolls a picture that is wider than the screen; two of them zoom.
    .filter((event: MouseEvent | TouchEvent) =>
      "touches" in event
        ? !this.wide || event.touches.length > 1
        : !event.button && (!event.ctrlKey || event.type === "wheel"),
    )
    .on("zoom", ({ transform }: { transform: { toString(): string } }) => {
      this.picture?.querySelector("g")?.setAttribute("transform", transform.toString());
    });
  private readonly questions = new Questions(() => this.look());
  private readonly watcher = new ResizeObserver(([entry]) => {
    const width = Math.round(entry!.contentRect.width);
    if (Math.abs(width - this.width) > 4) this.width = width;
  });

  constructor() {
    super();
    new WordsController(this);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher.observe(this);
    this.questions.now();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  static override styles = [controls, sidewards, flowStyles];

  override render() {
    const w = words().panels;
    const { flow } = this;
    if (!flow) return html`<div class="empty" role="status"></div>`;
    if (!flow.ready) return html`<div class="empty" role="status">${w.working(flow.percent)}</div>`;
    const denied =
      flow.denied > 0
        ? html`<div class="denied">
            ${icon(Ban, 14)}<span>${w.flow.denied(flow.denied)}</span>
            <button class="button" type="button" @click=${() => this.list({ states: ["negated"] }, {})}>${w.flow.showDenied}</button>
          </div>`
        : nothing;
    if (flow.links.length === 0) return html`${denied}<div class="empty">${w.flow.empty}</div>`;
    const tool = (face: typeof ZoomIn, label: string, run: () => void) =>
      html`<button class="quiet" type="button" aria-label=${label} title=${label} @click=${run}>${icon(face)}</button>`;
    return html`<div class="tools">
        <p>${w.flow.help}</p>
        ${tool(ZoomIn, w.flow.zoomIn, () => this.scale(1.4))} ${tool(ZoomOut, w.flow.zoomOut, () => this.scale(1 / 1.4))}
        ${tool(Maximize, w.flow.fit, () => this.fit())}
        <button class="quiet" type="button" @click=${() => this.save()}>${icon(Download)}${w.flow.save}</button>
      </div>
      ${denied}
      <div class=${this.wide ? "picture wide sidewards" : "picture"}>${this.draw(flow)}</div>
      <details>
        <summary>${w.flow.asTable}</summary>
        <table>
          <thead>
            <tr><th>${w.flow.from}</th><th>${w.flow.to}</th><th>${w.flow.count}</th></tr>
          </thead>
          <tbody>
            ${flow.links.map(
              ({ from, to, count }) =>
                html`<tr><td>${this.name(flow.nodes[from]!)}</td><td>${this.name(flow.nodes[to]!)}</td><td>${count.toLocaleString()}</td></tr>`,
            )}
          </tbody>
        </table>
      </details>`;
  }

  private name(node: FlowNode): string {
    const w = words().panels.flow;
    if (node.others) return w.others(node.entries);
    if (node.none) return [w.nobody, w.noData, w.noPurpose, w.nobody][node.column]!;
    return sentence(node.name);
  }

  /** Whether the picture is wider than there is room, so that it is scrolled: made
   * smaller, nobody could read it. */
  private get wide(): boolean {
    return this.width < narrowest;
  }

  private draw(flow: Flow) {
    const width = Math.max(narrowest, this.width);
    if (this.drawn[0] !== flow || this.drawn[1] !== width) {
      this.drawing = layOut(flow, width, Math.max(320, innerHeight - 280));
      this.drawn = [flow, width];
    }
    const { nodes, links, columns, height } = this.drawing!;
    const w = words().panels.flow;
    // A label has the room up to the next column.
    const room = (columns.filter((x) => x >= 0)[1] ?? width) - (columns[0] ?? 0) - barWidth - 14;
    const { lit } = this;
    return html`<svg
      class="flow"
      role="group"
      aria-label=${w.label(flow.drawn)}
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="xMidYMin meet"
      @keydown=${this.keys}
    >
      ${svg`<g>
        ${columns.map((x, column) =>
          x < 0
            ? nothing
            : svg`<text class="column" x=${column === 3 ? x + barWidth : x} y="18" text-anchor=${column === 3 ? "end" : "start"}>${w.columns[column]}</text>`,
        )}
        ${links.map(
          (link) => svg`<path
            class="link from-${nodes[link.from]!.node.column} ${lit < 0 ? "" : link.from === lit || link.to === lit ? "lit" : "dim"}"
            d=${link.path}
            stroke-width=${link.width}
            @click=${() => this.chooseLink(flow, link.from, link.to)}
          ><title>${w.link(this.name(flow.nodes[link.from]!), this.name(flow.nodes[link.to]!), link.count)}</title></path>`,
        )}
        ${nodes.map(({ node, index, x, y, width: wide, height: high }) => {
          const name = this.name(node);
          const last = node.column === 3;
          const said = w.node(w.columns[node.column]!, name, node.count);
          return svg`<g
            class="node"
            role="button"
            tabindex=${index === this.focused ? "0" : "-1"}
            data-index=${index}
            aria-label=${said}
            @click=${() => this.choose(node)}
            @pointerenter=${() => (this.lit = index)}
            @pointerleave=${() => (this.lit = -1)}
            @focus=${() => (this.lit = this.focused = index)}
            @blur=${() => (this.lit = -1)}
          >
            <rect class="bar column-${node.column} ${node.none || node.others ? "none" : ""}" x=${x} y=${y} width=${wide} height=${high} rx="2" />
            <text
              class="halo ${node.none || node.others ? "faint" : ""}"
              x=${last ? x - 6 : x + wide + 6}
              y=${y + high / 2}
              dy="0.35em"
              text-anchor=${last ? "end" : "start"}
            >${shortened(name, room)} ${node.others ? nothing : svg`<tspan class="n">${node.count.toLocaleString()}</tspan>`}</text>
            <title>${said}</title>
          </g>`;
        })}
      </g>`}
    </svg>`;
  }

  protected override updated(): void {
    const { picture } = this;
    if (!picture || picture === this.zoomed) return;
    this.zoomed = picture;
    select(picture).call(this.zoom).on("dblclick.zoom", null);
  }

  private scale(by: number): void {
    if (this.picture) this.zoom.scaleBy(select(this.picture), by);
  }

  private fit(): void {
    if (this.picture) this.zoom.transform(select(this.picture), zoomIdentity);
  }

  private keys(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ways[event.key];
    if (event.key === "+" || event.key === "=") this.scale(1.4);
    else if (event.key === "-" || event.key === "−") this.scale(1 / 1.4);
    else if (event.key === "0") this.fit();
    else if (way && event.shiftKey) this.zoom.translateBy(select(this.picture!), -60 * way[0], -60 * way[1]);
    else if (way) this.walk(way);
    else if (event.key === "Enter" || event.key === " ") this.choose(this.flow!.nodes[this.focused]!);
    else return;
    event.preventDefault();
  }

  /** Goes to the nearest node in a direction. */
  private walk([across, down]: readonly [number, number]): void {
    const { nodes } = this.drawing!;
    const here = nodes[this.focused]!;
    const middle = ({ y, height }: { y: number; height: number }) => y + height / 2;
    const there = nodes
      .filter(({ node }) => node.column === here.node.column + across)
      .filter((one) => one !== here && (down === 0 || (middle(one) - middle(here)) * down > 0))
      .sort((a, b) => Math.abs(middle(a) - middle(here)) - Math.abs(middle(b) - middle(here)))[0];
    if (!there) return;
    this.focused = there.index;
    void this.updateComplete.then(() => {
      const element = this.renderRoot.querySelector<SVGGElement>(`[data-index="${there.index}"]`);
      element?.focus();
      this.bringIn(element);
    });
  }

  /** Moves the picture so that a node is to be seen. */
  private bringIn(element: SVGGElement | null): void {
    const { picture } = this;
    if (!element || !picture) return;
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
    const [a, b] = [element.getBoundingClientRect(), picture.getBoundingClientRect()];
    const over = (low: number, high: number, from: number, to: number) =>
      low < from ? from - low + 20 : high > to ? to - high - 20 : 0;
    const [dx, dy] = [over(a.left, a.right, b.left, b.right), over(a.top, a.bottom, b.top, b.bottom)];
    if (dx === 0 && dy === 0) return;
    const unit = picture.getScreenCTM()?.a ?? 1;
    this.zoom.translateBy(select(picture), dx / unit, dy / unit);
  }

  private choose(node: FlowNode): void {
    this.list({ [node.field]: node.keys }, { [node.field]: this.name(node) });
  }

  private chooseLink({ nodes }: Flow, from: number, to: number): void {
    const [a, b] = [nodes[from]!, nodes[to]!];
    this.list({ [a.field]: a.keys, [b.field]: b.keys }, { [a.field]: this.name(a), [b.field]: this.name(b) });
  }

  /** Lists practices in the panel, within what it listed before. */
  private list(change: Partial<PracticeFilter>, said: Parameters<typeof filterBy>[1]): void {
    const { filter } = this.desk.analysis;
    this.dispatchEvent(new CustomEvent("pm-leave"));
    filterBy({ ...filter, ...change }, said);
  }

  private save(): void {
    const { picture, drawing } = this;
    if (!picture || !drawing) return;
    const w = words().panels.flow;
    const text = svgFile(picture, drawing.width, drawing.height, `${this.session.name}: ${w.label(this.flow!.drawn)}`);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    link.download = `${this.session.name.replace(/(\.policymark)?\.(txt|md)$/, "")}.svg`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.notices.say(w.saved);
  }

  private async look(): Promise<void> {
    await this.desk.analysis.upToDate();
    const flow = await this.desk.engine.flow({
      version: this.desk.analysis.version,
      lang: lang(),
      filter: this.desk.analysis.filter,
      limit: 0,
    });
    this.flow = flow;
    this.focused = 0;
    if (!flow.ready) setTimeout(() => this.questions.now());
  }
}

/** A name as far as it goes into so many units, 7 for a letter and 13 for a Chinese
 * character. */
function shortened(name: string, room: number): string {
  let left = room - 30;
  let out = "";
  for (const character of name) {
    left -= character.charCodeAt(0) > 0x2e80 ? 13.2 : 7.2;
    if (left < 0) return `${out.trimEnd()}…`;
    out += character;
  }
  return out;
}
