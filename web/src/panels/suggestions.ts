import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { Check, CircleCheck, Ellipsis, Eye, StepForward, X } from "lucide";
import type { Suggestion } from "../engine/protocol.gen.ts";
import { commands } from "../services/commands.ts";
import { navigation } from "../services/navigation.ts";
import { of } from "../services/service.ts";
import { Watch } from "../services/watch.ts";
import { controls } from "../styles/controls.ts";
import { lists } from "../styles/lists.ts";
import { suggesting } from "../suggest/suggesting.ts";
import { icon } from "../ui/icon.ts";
import "../ui/menu.ts";
import type { MenuGroup } from "../ui/menu.ts";
import { sentence, words } from "../words/words.ts";
import { ListPanel } from "./list-panel.ts";
import { unanalysed } from "./unanalysed.ts";

/** What might be marked, section by section, with reasons. */
@customElement("pm-suggestions")
export class Suggestions extends ListPanel {
  private readonly suggesting = of(suggesting);
  private readonly commands = of(commands);
  private readonly navigation = of(navigation);
  constructor() {
    super("suggestions", 112);
    new Watch(this, this.suggesting, ["shown"]);
  }

  protected override updated(): void {
    this.suggesting.inPanel(this.shown);
  }

  static override styles = [
    controls,
    lists,
    css`
      .bar {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        padding: var(--space-1) var(--space-3);
        border-bottom: 1px solid var(--line);
        font-size: var(--size-2);
      }
      .bar .gap {
        flex: 1;
      }
      .bar [aria-pressed="true"] {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      h2 {
        margin: 0;
        padding: var(--space-1) var(--space-3);
        border-bottom: 1px solid var(--line);
        background: var(--sunken);
        font-size: var(--size-2);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .suggestion {
        padding: var(--space-2) var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      .suggestion:hover {
        background: var(--hover);
      }
      .what {
        display: block;
        width: 100%;
        min-height: 24px;
        padding: 2px 0;
        border: 0;
        background: none;
        text-align: start;
        line-height: 1.7;
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .words {
        padding: 0 3px;
        border: 1px dashed;
        border-radius: 3px;
        color: var(--ink);
        font-weight: 600;
        box-decoration-break: clone;
        -webkit-box-decoration-break: clone;
      }
      .words.actor {
        border-color: var(--actor-line);
        color: var(--actor-ink);
      }
      .words.action {
        border-color: var(--action-line);
        color: var(--action-ink);
      }
      .words.data {
        border-color: var(--data-line);
        color: var(--data-ink);
      }
      .words.purpose {
        border-color: var(--purpose-line);
        color: var(--purpose-ink);
      }
      .why {
        margin: 2px 0 6px;
        font-size: var(--size-2);
        color: var(--ink-2);
      }
      .why b {
        color: var(--ink);
        font-weight: 600;
      }
      .do {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      .do .button {
        font-size: var(--size-2);
        min-height: 26px;
      }
      .skeleton {
        height: 84px;
        margin: var(--space-2);
        border-radius: var(--radius);
        background: var(--sunken);
      }
    `,
  ];

  override render() {
    if (!this.shown) return nothing;
    const w = words().suggestions;
    const { report } = this.desk.analysis;
    const list = report?.suggestions;
    const total = list?.total ?? 0;
    const empty =
      report && !report.analysed
        ? unanalysed(report, w.tooLarge)
        : list?.pending && total === 0
          ? html`<div class="empty">${w.working}</div>`
          : report && total === 0
            ? html`<div class="empty">${icon(CircleCheck, 24)}<strong>${w.none}</strong>${w.noneHelp}</div>`
            : nothing;
    return html`${this.bar(total)}${this.rows(w.label, list, empty, (suggestion) => this.row(suggestion))}`;
  }

  private bar(total: number) {
    const w = words().suggestions;
    const { suggesting } = this;
    const options: MenuGroup[] = [
      {
        items: [
          { label: w.bringBack, run: () => suggesting.unskip() },
          { label: w.forget, run: () => void suggesting.forget() },
        ],
      },
    ];
    return html`<div class="bar">
      <button
        class="button"
        type="button"
        ?disabled=${total === 0}
        title=${words().toolbar.withKey(w.startHelp, this.commands.keyOf("nextSuggestion"))}
        aria-keyshortcuts=${this.commands.ariaKey("nextSuggestion")}
        @click=${() => {
          suggesting.next();
        }}
      >
        ${icon(StepForward, 14)}${w.start}
      </button>
      <span class="gap"></span>
      <button
        class="quiet"
        type="button"
        aria-pressed=${suggesting.shown}
        aria-label=${w.show}
        title=${words().toolbar.withKey(w.show, this.commands.keyOf("showSuggestions"))}
        @click=${() => suggesting.toggle()}
      >
        ${icon(Eye)}
      </button>
      <pm-menu plain .label=${w.options} .face=${icon(Ellipsis)} .groups=${() => options}></pm-menu>
    </div>`;
  }

  private row(suggestion: Suggestion) {
    const w = words().suggestions;
    const { suggesting } = this;
    const { kind, text, score, why, before, after, section, leads } = suggestion;
    const name = words().kinds[kind];
    return html`${leads ? html`<h2>${section || w.noSection}</h2>` : nothing}
      <div class="suggestion" data-kind=${kind}>
        <button class="what" type="button" aria-label=${w.goTo(text)} @click=${() => this.goTo(suggestion)}>
          ${before}<span class="words ${kind}">${text}</span>${after}
        </button>
        <p class="why"><b>${name}</b> · ${sentence(why)} · ${w.sure(score)}</p>
        <div class="do">
          <button
            class="button"
            type="button"
            aria-label=${w.acceptOf(name, text)}
            @click=${() => void suggesting.accept(suggestion, "one")}
          >
            ${icon(Check, 14)}${w.accept}
          </button>
          <button class="button" type="button" aria-label=${w.skipOf(name, text)} @click=${() => suggesting.skip(suggestion)}>
            ${icon(X, 14)}${w.skip}
          </button>
          <pm-menu plain .label=${w.more(text)} .face=${icon(Ellipsis)} .groups=${() => this.more(suggestion)}></pm-menu>
        </div>
      </div>`;
  }

  private more(suggestion: Suggestion): MenuGroup[] {
    const w = words().suggestions;
    const { suggesting } = this;
    return [
      {
        items: [
          { label: w.acceptSection, run: () => void suggesting.accept(suggestion, "section") },
          { label: w.acceptAlike(suggestion.text), run: () => void suggesting.accept(suggestion, "alike") },
          { label: w.acceptSure(suggestion.score), run: () => void suggesting.accept(suggestion, "score") },
        ],
      },
    ];
  }

  private goTo(suggestion: Suggestion): void {
    this.navigation.reveal(suggestion);
  }
}
