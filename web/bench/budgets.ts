/** A figure beside the limit that it is to keep. */
export interface Figure {
  what: string;
  /** In the unit. */
  value: number;
  unit: "ms" | "kB" | "MB";
  /** The most that value may be; undefined where there is no limit. */
  budget?: number | undefined;
}

/** The figures as a table, with the share of its budget that each one takes. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, budget }) => [
    what,
    `${number(value)} ${unit}`,
    budget === undefined ? "" : `${number(budget)} ${unit}`,
    budget === undefined ? "" : `${(value / budget).toFixed(2)}${value > budget ? "  over" : ""}`,
  ]);
  const all = [["page in the browser", "measured", "budget", "ratio"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map(([what, value, budget, ratio]) =>
      [what!.padEnd(widths[0]!), value!.padStart(widths[1]!), budget!.padStart(widths[2]!), ratio].join("  ").trimEnd(),
    )
    .join("\n");
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The value below which a share of all values lies, 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
