import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ClipboardCopy, Funnel, Search, Table, Waypoints, X } from "lucide";
import { noFilter } from "../analysis/looking.ts";
import { practiceText } from "../cards/practice-text.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Facet, FacetField, Heading, PracticeFilter, PracticeState } from "../engine/protocol.gen.ts";
import { commands } from "../services/commands.ts";
import { desk } from "../services/desk.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { session } from "../services/session.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { searchField } from "../styles/search-field.ts";
import { icon } from "../ui/icon.ts";
import "../ui/menu.ts";
import type { MenuGroup, MenuItem } from "../ui/menu.ts";
import { number } from "../words/numbers.ts";
import { lang, sentence, words, WordsController } from "../words/words.ts";
import { allPractices, copy } from "./copying.ts";

/** How many values of a field a menu offers. */
const offered = 40;

/** The lists of a filter, by the field whose facets they hold. */
const lists = {
  actor: "actors",
  category: "categories",
  data: "data",
  purpose: "purposes",
  recipient: "recipients",
} as const satisfies Record<FacetField, keyof PracticeFilter>;

const states: readonly PracticeState[] = ["marked", "inferred", "negated", "problems"];

/** Names of facet keys that were chosen, for the chips. */
const nameOfKey = new Map<string, string>();

/** filterBy shows the practices of a filter in the panel and turns to it. said are
 * the names of its keys, for a person. */
export function filterBy(
  change: Partial<PracticeFilter>,
  said: Partial<Record<keyof PracticeFilter, string>> = {},
): void {
  for (const [list, name] of Object.entries(said)) {
    const keys = change[list as keyof PracticeFilter];
    if (Array.isArray(keys)) nameOfKey.set(`${list} ${keys.join("\n")}`, name);
  }
  of(desk).analysis.showFilter({ ...noFilter, ...change });
  of(navigation).bring("practices", true);
}

/** What stands above the practices: search, filters, and what can be made of those
 * that are shown. */
@customElement("pm-practice-filter")
export class PracticeFilterBar extends LitElement {
  private readonly commands = of(commands);
  private readonly desk = of(desk);
  @state() private open = false;
  private facets: { total: number; items: readonly Facet[] } = { total: 0, items: [] };
  private headings: readonly Heading[] = [];

  constructor() {
    super();
    new WordsController(this);
    new Watch(this, this.desk.analysis, ["report", "filter"]);
    new Watch(this, of(session), ["opened"]);
  }

  static override styles = [
    controls,
    searchField,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--line);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 2px;
        padding: var(--space-1) var(--space-2) var(--space-1) var(--space-3);
      }
      .on {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .fields {
        display: flex;
        flex-wrap: wrap;
        gap: 0 2px;
        padding: 0 var(--space-2) var(--space-1);
        font-size: var(--size-2);
      }
      .chosen {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        padding: 0 var(--space-3) 6px;
        font-size: var(--size-1);
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        max-width: 100%;
        min-height: 24px;
        padding: 1px 4px 1px 8px;
        border: 1px solid var(--accent);
        border-radius: 99px;
        background: var(--accent-soft);
        color: var(--ink);
        text-align: start;
      }
      .chip span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .chip svg {
        flex: none;
      }
      .count {
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }
      .clear {
        min-height: 24px;
        padding: 0 6px;
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      @media (pointer: coarse) {
        .chip,
        .clear {
          min-height: 32px;
        }
      }
    `,
  ];

  private get filter(): PracticeFilter {
    return this.desk.analysis.filter;
  }

  private change(change: Partial<PracticeFilter>): void {
    this.desk.analysis.showFilter({ ...this.filter, ...change });
  }

  override render() {
    const w = words().panels;
    const { filter } = this;
    const practices = this.desk.analysis.report?.practices;
    const chips = this.chips();
    const chosen = chips.length > 0 || filter.words.trim() !== "";
    return html`<div class="line" role="search" aria-label=${w.filter.label}>
        <label class="search">
          ${icon(Search, 14)}<span class="hidden">${w.filter.search}</span>
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            placeholder=${w.filter.search}
            .value=${filter.words}
            @input=${(event: InputEvent) => {
              if (!event.isComposing) this.change({ words: (event.target as HTMLInputElement).value });
            }}
            @compositionend=${(event: CompositionEvent) => this.change({ words: (event.target as HTMLInputElement).value })}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key !== "Escape" || event.isComposing) return;
              event.stopPropagation();
              if (filter.words) this.change({ words: "" });
              else this.desk.view.focus();
            }}
          />
        </label>
        <button
          class="quiet ${chips.length > 0 ? "on" : ""}"
          type="button"
          aria-label=${w.filter.open}
          title=${w.filter.open}
          aria-expanded=${this.open}
          aria-controls="fields"
          @click=${() => (this.open = !this.open)}
        >
          ${icon(Funnel)}
        </button>
        ${this.tool(Table, w.views.table, () => this.commands.run("practiceTable"))}
        ${this.tool(Waypoints, w.views.flow, () => this.commands.run("practiceFlow"))}
        ${this.tool(ClipboardCopy, w.copy.all, () => void this.copyAll())}
      </div>
      <div class="fields" id="fields" ?hidden=${!this.open}>
        ${
          this.open
            ? [
                ...(Object.keys(lists) as FacetField[]).map((field) => this.menu(field)),
                this.sectionMenu(),
                this.stateMenu(),
              ]
            : nothing
        }
      </div>
      ${
        chosen
          ? html`<div class="chosen">
            ${
              practices
                ? html`<span class="count" role="status" aria-label=${w.filter.countLong(practices.total, practices.all)}
                  >${w.filter.count(practices.total, practices.all)}</span
                >`
                : nothing
            }
            ${chips.map(
              ({ label, remove }) => html`<button
                class="chip"
                type="button"
                title=${w.filter.remove(label)}
                aria-label=${w.filter.remove(label)}
                @click=${remove}
              >
                <span>${label}</span>${icon(X, 12)}
              </button>`,
            )}
            <button class="quiet clear" type="button" @click=${() => this.change(noFilter)}>${w.filter.clear}</button>
          </div>`
          : nothing
      }`;
  }

  private tool(face: Parameters<typeof icon>[0], label: string, run: () => void) {
    const none = (this.desk.analysis.report?.practices.total ?? 0) === 0;
    return html`<button class="quiet" type="button" aria-label=${label} title=${label} ?disabled=${none} @click=${run}>
      ${icon(face)}
    </button>`;
  }

  private async copyAll(): Promise<void> {
    let count = 0;
    await copy(
      async () => {
        const all = await allPractices(this.filter);
        count = all.length;
        return all.map(practiceText).join("\n\n");
      },
      () => count,
    );
  }

  /** What is chosen, each with how to undo it. */
  private chips(): { label: string; remove: () => void }[] {
    const w = words().panels.filter;
    const { filter } = this;
    const chips: { label: string; remove: () => void }[] = [];
    for (const list of [...Object.values(lists), "purposeKinds"] as const) {
      const keys = filter[list];
      if (keys.length === 0) continue;
      const together = nameOfKey.get(`${list} ${keys.join("\n")}`);
      if (together !== undefined) {
        chips.push({ label: together, remove: () => this.change({ [list]: [] }) });
        continue;
      }
      for (const key of keys) {
        const label = nameOfKey.get(`${list} ${key}`) ?? (key || w.noName);
        chips.push({ label, remove: () => this.change({ [list]: keys.filter((one) => one !== key) }) });
      }
    }
    if (filter.inSection) {
      chips.push({
        label: filter.section.at(-1) ?? w.before,
        remove: () => this.change({ inSection: false, section: [] }),
      });
    }
    for (const one of filter.states) {
      chips.push({
        label: w.states[one],
        remove: () => this.change({ states: filter.states.filter((s) => s !== one) }),
      });
    }
    return chips;
  }

  private menu(field: FacetField) {
    const list = lists[field];
    return html`<pm-menu
      data-field=${field}
      .label=${words().panels.filter.fields[field]}
      .prepare=${() => this.lookUp(field)}
      .groups=${(): MenuGroup[] => {
        const w = words().panels.filter;
        const keys: readonly string[] = this.filter[list];
        const items: MenuItem[] = this.facets.items.map(({ key, name, count }) => ({
          label: sentence(name) || w.noName,
          key: number(count),
          checked: keys.includes(key),
          run: () => {
            nameOfKey.set(`${list} ${key}`, sentence(name) || w.noName);
            this.change({ [list]: keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key] });
          },
        }));
        if (items.length === 0) items.push({ label: w.nothing, disabled: true, run: () => {} });
        if (this.facets.total > this.facets.items.length) {
          items.push({ label: w.more(this.facets.total - this.facets.items.length), disabled: true, run: () => {} });
        }
        return [
          { items: [{ label: w.all, checked: keys.length === 0, run: () => this.change({ [list]: [] }) }] },
          { items },
        ];
      }}
    ></pm-menu>`;
  }

  private async lookUp(field: FacetField): Promise<void> {
    this.facets = { total: 0, items: [] };
    try {
      await this.desk.analysis.upToDate();
      this.facets = await this.desk.engine.facets({
        version: this.desk.analysis.version,
        lang: lang(),
        filter: this.filter,
        field,
        search: "",
        count: offered,
      });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }

  private sectionMenu() {
    const w = words().panels.filter;
    const { filter } = this;
    return html`<pm-menu
      data-field="section"
      .label=${w.fields.section}
      .prepare=${async () => {
        this.headings = [];
        try {
          await this.desk.analysis.upToDate();
          const { version } = this.desk.analysis;
          const outline = await this.desk.engine.outline({
            version,
            lang: lang(),
            window: { first: 0, count: 300 },
            at: 0,
          });
          this.headings = outline.items.filter(({ practices }) => practices > 0);
        } catch (error) {
          if (!(error instanceof EngineError)) throw error;
        }
      }}
      .groups=${(): MenuGroup[] => [
        {
          items: [
            { label: w.all, checked: !filter.inSection, run: () => this.change({ inSection: false, section: [] }) },
          ],
        },
        {
          items: this.headings.map(({ title, level, trail, practices }) => ({
            label: `${"\u2003".repeat(level - 1)}${title}`,
            key: number(practices),
            checked: filter.inSection && filter.section.join("\n") === trail.join("\n"),
            run: () => this.change({ inSection: true, section: trail }),
          })),
        },
      ]}
    ></pm-menu>`;
  }

  private stateMenu() {
    const w = words().panels.filter;
    const { filter } = this;
    return html`<pm-menu
      data-field="state"
      .label=${w.fields.state}
      .groups=${(): MenuGroup[] => [
        { items: [{ label: w.all, checked: filter.states.length === 0, run: () => this.change({ states: [] }) }] },
        {
          items: states.map((one) => ({
            label: w.states[one],
            checked: filter.states.includes(one),
            run: () =>
              this.change({
                states: filter.states.includes(one)
                  ? filter.states.filter((s) => s !== one)
                  : // All marked and some inferred exclude each other.
                    [
                      ...filter.states.filter(
                        (s) => !(one === "marked" && s === "inferred") && !(one === "inferred" && s === "marked"),
                      ),
                      one,
                    ],
              }),
          })),
        },
      ]}
    ></pm-menu>`;
  }
}
