import { buildOracle } from "./oracle.ts";
import { buildServer } from "./server.ts";

export default function setUp(): void {
  buildServer();
  buildOracle();
}
