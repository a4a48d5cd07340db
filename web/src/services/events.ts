/** Events calls listeners when something happened. It has only the events named. */
export class Events<Name extends string> extends EventTarget {
  override addEventListener(type: Name, call: (event: Event) => void, options?: AddEventListenerOptions): void {
    super.addEventListener(type, call, options);
  }

  /** tell calls the listeners before it returns. */
  protected tell(name: Name): void {
    this.dispatchEvent(new Event(name));
  }
}
