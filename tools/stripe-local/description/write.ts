import { writeFileSync } from "node:fs";
import { OPERATIONS } from "../wire/router";
import { deriveDescription } from "./derive";
import { requestLines } from "./requests";

const lines = requestLines(
  deriveDescription(),
  OPERATIONS.map((operation) => operation.name),
);
writeFileSync(new URL("../wire/requests.jsonl", import.meta.url), `${lines.join("\n")}\n`);
console.log(`${OPERATIONS.length} operations described in ${lines.length} lines.`);
