import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { desk } from "../services/desk.ts";
import { engineStatus } from "../services/engine-status.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Watch } from "../services/watch.ts";
import { row, tall } from "../ui/row.ts";
import { WindowedList, type ListHost } from "../ui/windowed.ts";
import { WordsController } from "../words/words.ts";

/** What a report tells of a list: how long it is, and some rows from the first on. */
interface Part<Row> {
  total: number;
  first: number;
  items: readonly Row[];
}

/** A panel that lists what the report tells by windows. */
export abstract class ListPanel extends LitElement implements ListHost {
  protected readonly desk = of(desk);
  /** Whether the panel is in front. */
  @property({ type: Boolean }) shown = false;
  @query(".scroller") readonly scroller!: HTMLElement | null;
  protected readonly list: WindowedList;

  /** name is the list's in the report, height that of most rows in pixels. */
  constructor(name: "practices" | "problems" | "suggestions", height: number) {
    super();
    new WordsController(this);
    this.list = new WindowedList(this, height, (window) => this.desk.analysis.showWindow(name, window));
    new Watch(this, this.desk.analysis, ["report"]);
    new Watch(this, of(engineStatus), ["changed"]);
    new Watch(this, of(session), ["opened"], () => {
      this.opened();
      this.list.restart();
    });
  }

  /** Another document was opened. */
  protected opened(): void {}

  /** A panel behind another is drawn when it comes to the front. */
  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    return this.shown || changed.has("shown");
  }

  /** The list itself, below what is said of an empty one. */
  protected rows<Row>(
    label: string,
    part: Part<Row> | undefined,
    empty: unknown,
    draw: (item: Row, index: number) => unknown,
  ): TemplateResult {
    const total = part?.total ?? 0;
    this.list.setTotal(total);
    return html`<div class="scroller" tabindex=${total > 0 ? "-1" : nothing}>
      ${empty}
      <div class="all" role="list" aria-label=${label} ${tall(this.list.height)}>
        ${repeat(
          total > 0 ? this.list.rows() : [],
          ({ index }) => index,
          ({ index, start }) => {
            const item = part?.items[index - part.first];
            return html`<div
              class="row"
              role="listitem"
              aria-setsize=${total}
              aria-posinset=${index + 1}
              ${row(this.list, index, start)}
            >
              ${item ? draw(item, index) : html`<div class="skeleton"></div>`}
            </div>`;
          },
        )}
      </div>
    </div>`;
  }
}
