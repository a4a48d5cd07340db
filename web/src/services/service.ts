/** Service names a port: what one part of the page offers to the others. It stands
 * beside the port's interface or class, and is all that others need of it. */
export interface Service<Port> {
  readonly name: string;
  /** The port's type, for the compiler alone. */
  readonly port?: Port;
}

/** Provision says how the port of a service is made. */
export interface Provision {
  readonly service: Service<unknown>;
  readonly make: () => unknown;
}

/** service makes the token of a port; name is for the message when nobody provides it. */
export const service = <Port>(name: string): Service<Port> => ({ name });

/** provision says how a port is made, to be provided later. */
export const provision = <Port>(service: Service<Port>, make: () => Port): Provision => ({ service, make });

interface Entry {
  make: () => unknown;
  state: "waiting" | "making" | "made";
  port: unknown;
}

const entries = new Map<Service<unknown>, Entry>();

/** provide says how a port is made when it is asked for the first time. What provided it
 * before is forgotten, so that a test can give a port of its own. */
export function provide<Port>(service: Service<Port>, make: () => Port): void {
  entries.set(service, { make, state: "waiting", port: undefined });
}

/** of returns the port of a service. Throws when nobody provides it, or when making it
 * asks for it. */
export function of<Port>(service: Service<Port>): Port {
  const entry = entries.get(service);
  if (!entry) throw new Error(`nobody provides ${service.name}`);
  if (entry.state === "making") throw new Error(`${service.name} needs itself to be made`);
  if (entry.state === "waiting") {
    entry.state = "making";
    entry.port = entry.make();
    entry.state = "made";
  }
  return entry.port as Port;
}
