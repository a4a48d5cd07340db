import { property, state } from "lit/decorators.js";
import { PolicymarkElement } from "./element.ts";

/** An element whose text is a field of the form around it, as a textarea is. */
export abstract class PolicymarkField extends PolicymarkElement {
  static formAssociated = true;

  /** The name of the text in the form. */
  @property({ reflect: true }) name: string | undefined;
  /** Whether a form is not sent without a text. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Whether the text can neither be changed nor is part of the form. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Disabled by a fieldset around it. */
  @state() private switchedOff = false;
  /** A form was not sent for the sake of this text. */
  @state() protected refused = false;
  private readonly internals = this.attachInternals();

  constructor() {
    super();
    this.addEventListener("invalid", () => (this.refused = true));
    // A click on its label is one on the element.
    this.addEventListener("click", (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  /** The form that the text belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** Whether the text may be sent, and why not. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** Why the text may not be sent, "" where it may. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Tells whether the text may be sent. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** Tells whether the text may be sent, and shows a person why not. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formDisabledCallback(off: boolean): void {
    this.switchedOff = off;
  }

  formStateRestoreCallback(text: string | File | FormData | null): void {
    if (typeof text === "string") this.value = text;
  }

  /** Brings back the text that the form began with. */
  abstract formResetCallback(): void;

  protected get isOff(): boolean {
    return this.disabled || this.switchedOff;
  }

  /** What names it for a screen reader: its own name or its labels, "" without any. */
  protected get label(): string {
    return (
      this.getAttribute("aria-label") ??
      [...this.internals.labels].map(({ textContent }) => textContent?.trim()).join(" ")
    );
  }

  /** Sets what the form sends. */
  protected give(text: string): void {
    this.internals.setFormValue(text);
  }

  /** Says whether a text is missing, and where in the element that is shown. */
  protected miss(isMissing: boolean, anchor: HTMLElement | undefined): void {
    if (!isMissing) this.refused = false;
    if (isMissing)
      this.internals.setValidity({ valueMissing: true }, this.words.required, anchor?.isConnected ? anchor : undefined);
    else this.internals.setValidity({});
  }
}
