/** Adds Policymark to the configuration of a VitePress site: fenced blocks named
 * "policymark" and the element policymark-view. */
export function withPolicymark<T extends object>(config: T): T;
