import { LitElement, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import type { EngineClient, EngineState } from "../engine/contract.ts";
import { EngineError } from "../engine/engine-error.ts";
import type { Lang } from "../engine/protocol.gen.ts";
import { en, zh } from "../words/elements.ts";
import { childText, fetchText, normal } from "./content.ts";
import { leaveEngine, useEngine } from "./shared-engine.ts";

/** What is told with an error event. */
export interface ErrorDetail {
  /** "source" when the text could not be loaded, "engine" when it cannot be read. */
  code: "source" | "engine";
  message: string;
}

/**
 * What the elements have in common: where their text comes from, the language of
 * their words, their colours, a start when they come into sight, and the engine
 * that all elements of a page share.
 *
 * @fires {CustomEvent<ErrorDetail>} error - The text could not be loaded, or the engine not be started.
 */
export abstract class PolicymarkElement extends LitElement {
  /** The address of the text. */
  @property() src: string | undefined;
  /** The text itself, with its marks; goes before src and before a child. */
  @property()
  get value(): string | undefined {
    return this.given;
  }
  set value(text: string | undefined) {
    this.given = text ?? undefined;
  }
  /** The colours: those that the page around asks for, or always light or dark. */
  @property({ reflect: true }) theme: "auto" | "light" | "dark" | undefined;
  /** Whether the element starts when it comes into sight or at once. */
  @property() loading: "lazy" | "eager" = "lazy";

  /** The text that was given as value. */
  protected given: string | undefined;
  private sight: IntersectionObserver | undefined;
  private watcher: MutationObserver | undefined;
  private isStarted = false;
  private abort: AbortController | undefined;
  private scheduled = false;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "lang"];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === "lang" && old !== value) {
      this.requestUpdate();
      this.languageChanged();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher = new MutationObserver(() => {
      if (this.given === undefined && !this.src) this.childChanged();
    });
    this.watcher.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.loading === "eager" || !("IntersectionObserver" in globalThis)) return this.start();
    this.sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.start();
      },
      { rootMargin: "300px" },
    );
    this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight?.disconnect();
    this.watcher?.disconnect();
    this.abort?.abort();
    this.isStarted = false;
    leaveEngine(this.onEngine);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("src") || changed.has("value")) this.refresh();
  }

  /** The language of the element's words: its own, that of what it stands in, or the
   * browser's. */
  get language(): Lang {
    const near = this.lang || this.inherited() || navigator.language;
    return /^zh\b/i.test(near) ? "zh" : "en";
  }

  /** The same language as a tag for an attribute lang. */
  protected get tag(): string {
    return this.language === "zh" ? "zh-CN" : "en";
  }

  private inherited(): string {
    let at: Element | null = this;
    while (at) {
      const near: Element | null = at.closest("[lang]");
      if (near) return near.getAttribute("lang") ?? "";
      const root: Node = at.getRootNode();
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return "";
  }

  protected get words(): typeof en {
    return this.language === "zh" ? zh : en;
  }

  /** Starts the element, if it has not, without waiting for it to come into sight. */
  start(): void {
    if (this.isStarted || !this.isConnected) return;
    this.isStarted = true;
    this.sight?.disconnect();
    this.schedule();
  }

  /** Reads and shows the text anew, from its address too. */
  refresh(): void {
    this.schedule();
  }

  /** Shows the text in a moment, once for whatever was changed till then. */
  protected schedule(): void {
    if (!this.isStarted || this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      if (this.isStarted) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.abort?.abort();
    const { signal } = (this.abort = new AbortController());
    let text: string | undefined;
    try {
      text = await this.content(signal);
    } catch (thrown) {
      if (signal.aborted) return;
      return this.fail("source", this.words.notFound(this.src ?? "", reasonOf(thrown)));
    }
    if (signal.aborted) return;
    if (text === undefined) return this.empty();
    this.received(text);
    try {
      await this.lay(text, useEngine(this.onEngine, this.language), signal);
    } catch (thrown) {
      if (signal.aborted) return;
      if (thrown instanceof EngineError) return this.fail("engine", this.words.noEngine(thrown.message));
      throw thrown;
    }
  }

  /** The text, undefined when there is none. */
  protected async content(signal: AbortSignal): Promise<string | undefined> {
    if (this.given !== undefined) return normal(this.given);
    if (this.src) return fetchText(this.src, signal);
    return childText(this);
  }

  /** Asks the engine, once more when it died meanwhile. */
  protected async ask<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (thrown) {
      if (!(thrown instanceof EngineError) || thrown.code !== "restarted") throw thrown;
      return call();
    }
  }

  protected tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail }));
  }

  private readonly onEngine = (state: EngineState, reason?: EngineError): void => this.engineChanged(state, reason);

  /** Called when the language of the words has changed. */
  protected languageChanged(): void {
    this.refresh();
  }

  /** Called when the child that holds the text has changed. */
  protected childChanged(): void {
    this.refresh();
  }

  /** Called when the state of the engine has changed. */
  protected engineChanged(_state: EngineState, _reason?: EngineError): void {}

  /** There is no text. */
  protected abstract empty(): void;
  /** The text is there, the engine is not yet. */
  protected abstract received(text: string): void;
  /** The engine shall read the text. */
  protected abstract lay(text: string, engine: EngineClient, signal: AbortSignal): Promise<void>;

  protected fail(code: ErrorDetail["code"], message: string): void {
    this.tell<ErrorDetail>("error", { code, message });
  }
}

/** The words of anything that was thrown. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
