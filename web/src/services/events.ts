/** Events tells those who listen that something happened. It has no other events than
 * those named. */
export class Events<Name extends string> extends EventTarget {
  override addEventListener(type: Name, call: (event: Event) => void, options?: AddEventListenerOptions): void {
    super.addEventListener(type, call, options);
  }

  /** tell calls those who listen, before it returns. */
  protected tell(name: Name): void {
    this.dispatchEvent(new Event(name));
  }
}
