/**
 * Field is what an element is to a form: its value, and whether it may be sent.
 */
export class Field {
  constructor(private readonly internals: ElementInternals) {}

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get message(): string {
    return this.internals.validationMessage;
  }

  /** The words of the labels that are for the element, "" without any. */
  get label(): string {
    return [...this.internals.labels].map(({ textContent }) => textContent?.trim()).join(" ");
  }

  check(): boolean {
    return this.internals.checkValidity();
  }

  report(): boolean {
    return this.internals.reportValidity();
  }

  /** put sets what the form sends. */
  put(text: string): void {
    this.internals.setFormValue(text);
  }

  /** judge says why the value may not be sent, "" where it may, and where that is shown. */
  judge(missing: string, anchor: HTMLElement | undefined): void {
    if (missing) this.internals.setValidity({ valueMissing: true }, missing, anchor);
    else this.internals.setValidity({});
  }
}
