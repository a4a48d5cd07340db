import type { Version } from "./records.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far apart versions may lie that are older than this. */
const steps: readonly (readonly [age: number, apart: number])[] = [
  [30 * day, 7 * day],
  [2 * day, day],
  [8 * hour, hour],
  [hour, 10 * minute],
];

/** A document's history holds this many versions at most, and this many bytes, those
 * with names aside. */
export const most = { versions: 100, bytes: 8 << 20 };

/**
 * thin chooses the versions of one document to forget, given from the latest to the
 * earliest: the older they are, the further apart. What a person named stays, and so
 * do the latest and the earliest. A clock that went back makes nothing older.
 */
export function thin(versions: readonly Version[], now: number): Version[] {
  const spare: Version[] = [];
  const left: Version[] = [];
  let before: Version | null = null;
  const last = versions.length - 1;
  versions.forEach((version, i) => {
    if (version.why === "named" || i === 0 || i === last) {
      before = version;
      return;
    }
    const apart = steps.find(([age]) => now - version.at > age)?.[1] ?? 0;
    if (apart > 0 && before && Math.abs(before.at - version.at) < apart) {
      spare.push(version);
      return;
    }
    before = version;
    left.push(version);
  });
  let bytes = left.reduce((sum, { packed }) => sum + packed.length, 0);
  while (left.length > most.versions || bytes > most.bytes) {
    const oldest = left.pop();
    if (!oldest) break;
    bytes -= oldest.packed.length;
    spare.push(oldest);
  }
  return spare;
}
