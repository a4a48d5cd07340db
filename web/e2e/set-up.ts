import { buildServer } from "./server.ts";

export default function setUp(): void {
  buildServer();
}
