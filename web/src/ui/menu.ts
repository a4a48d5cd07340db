import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Check, ChevronDown } from "lucide";
import { controls } from "../styles/controls.ts";
import { icon } from "./icon.ts";

/** MenuItem is an entry of a menu; with checked it is one of a choice. */
export interface MenuItem {
  label: string;
  key?: string;
  checked?: boolean;
  disabled?: boolean;
  run: () => void;
}

/** MenuGroup is a run of entries under a title. */
export interface MenuGroup {
  title?: string;
  items: readonly MenuItem[];
}

/** A button that opens a menu, with the keys of a menu button. */
@customElement("pm-menu")
export class Menu extends LitElement {
  @property() label = "";
  /** Shown on the button instead of the label, which then only names it. */
  @property({ attribute: false }) face: TemplateResult | typeof nothing = nothing;
  @property({ attribute: false }) groups: () => readonly MenuGroup[] = () => [];
  /** Called before the menu opens, to look up what it offers. */
  @property({ attribute: false }) prepare: () => Promise<void> | void = () => {};
  /** Whether the menu has no button of its own and is opened at another by openAt. */
  @property({ type: Boolean, reflect: true }) bare = false;
  /** Whether the face says by itself that there is more. */
  @property({ type: Boolean }) plain = false;
  @state() private open = false;
  private anchor: HTMLElement | null = null;
  @query("button") private button!: HTMLButtonElement;
  @query("[role=menu]") private menu!: HTMLElement;

  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      :host([bare]) .opener {
        display: none;
      }
      .wide {
        font-size: var(--size-2);
      }
      @media (max-width: 900px) {
        .wide {
          display: none;
        }
      }
      [role="menu"] {
        position: fixed;
        inset: auto;
        margin: 0;
        min-width: 14rem;
        max-width: min(24rem, 94vw);
        max-height: 80vh;
        overflow: auto;
        padding: var(--space-1);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      .title {
        padding: var(--space-2) var(--space-2) 2px;
        font-size: var(--size-1);
        color: var(--ink-3);
      }
      [role="group"] + [role="group"] {
        border-top: 1px solid var(--line);
        margin-top: var(--space-1);
        padding-top: var(--space-1);
      }
      .item {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        width: 100%;
        min-height: 30px;
        padding: 3px var(--space-2);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: start;
      }
      .item:hover:not([aria-disabled="true"]),
      .item:focus-visible {
        background: var(--hover);
      }
      .item[aria-disabled="true"] {
        color: var(--ink-3);
      }
      .tick {
        flex: 0 0 16px;
        height: 16px;
      }
      .name {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      kbd {
        font: inherit;
        font-size: var(--size-1);
        color: var(--ink-3);
      }
      @media (pointer: coarse) {
        .item {
          min-height: 44px;
        }
      }
    `,
  ];

  override render() {
    const groups = this.open ? this.groups() : [];
    const ticks = (group: MenuGroup) => group.items.some(({ checked }) => checked !== undefined);
    return html`
      <button
        class="quiet opener"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label}
        title=${this.label}
        @click=${() => (this.open ? this.close() : this.show(0))}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          void this.show(event.key === "ArrowDown" ? 0 : -1);
        }}
      >
        ${this.face === nothing ? this.label : this.face}${this.plain ? nothing : icon(ChevronDown, 12)}
      </button>
      <div
        role="menu"
        popover="manual"
        tabindex="0"
        aria-label=${this.label}
        @keydown=${this.keys}
        @focusout=${(event: FocusEvent) => {
          if (this.open && event.relatedTarget && !this.menu.contains(event.relatedTarget as Node)) this.close(false);
        }}
      >
        ${groups.map(
          (group) => html`<div role="group" aria-label=${group.title ?? nothing}>
            ${group.title ? html`<div class="title" aria-hidden="true">${group.title}</div>` : nothing}
            ${group.items.map(
              (item) => html`<button
                class="item"
                type="button"
                tabindex="-1"
                role=${item.checked === undefined ? "menuitem" : "menuitemradio"}
                aria-checked=${item.checked ?? nothing}
                aria-disabled=${item.disabled ? "true" : nothing}
                @click=${() => {
                  if (item.disabled) return;
                  this.close();
                  item.run();
                }}
              >
                ${ticks(group) ? html`<span class="tick">${item.checked ? icon(Check) : nothing}</span>` : nothing}
                <span class="name">${item.label}</span>
                ${item.key ? html`<kbd aria-hidden="true">${item.key}</kbd>` : nothing}
              </button>`,
            )}
          </div>`,
        )}
      </div>
    `;
  }

  private get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(".item")];
  }

  private async show(focus: number): Promise<void> {
    await this.prepare();
    this.open = true;
    await this.updateComplete;
    this.menu.showPopover();
    const at = (this.anchor ?? this.button).getBoundingClientRect();
    this.menu.style.maxHeight = "";
    const { width, height } = this.menu.getBoundingClientRect();
    // Below where it fits or there is more room; a long one is scrolled within that.
    const room = { below: innerHeight - at.bottom - 8, above: at.top - 8 };
    const below = height <= room.below || room.below >= room.above;
    const high = Math.min(height, below ? room.below : room.above);
    this.menu.style.maxHeight = `${high}px`;
    this.menu.style.left = `${Math.max(4, Math.min(at.left, innerWidth - width - 4))}px`;
    this.menu.style.top = `${below ? at.bottom + 4 : at.top - high - 4}px`;
    this.items.at(focus)?.focus();
    document.addEventListener("pointerdown", this.outside, true);
  }

  /** openAt opens the menu at a button that belongs to another. */
  async openAt(anchor: HTMLElement, groups: readonly MenuGroup[]): Promise<void> {
    this.anchor = anchor;
    this.groups = () => groups;
    await this.show(0);
  }

  private close(refocus = true): void {
    document.removeEventListener("pointerdown", this.outside, true);
    this.menu.hidePopover();
    this.open = false;
    if (refocus) (this.anchor ?? this.button).focus();
  }

  private readonly outside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.close(false);
  };

  private keys(event: KeyboardEvent): void {
    const { items } = this;
    const now = items.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLElement);
    const go = (index: number) => items.at(index % items.length)?.focus();
    if (event.key === "ArrowDown") go(now + 1);
    else if (event.key === "ArrowUp") go(now - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(-1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab") return this.close();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== " ") {
      const after = [...items.slice(now + 1), ...items.slice(0, now + 1)];
      after.find((item) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
