// Generates the Prisma client when the schema has changed since the last time. No engine is downloaded or run:
// the variable only has to name an existing file (docs/decisions/0002).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = "prisma/schema";
const output = "lib/platform/db/generated";
const stamp = `${output}/.schema-hash`;

const hash = createHash("sha256");
for (const name of readdirSync(folder).sort()) hash.update(readFileSync(`${folder}/${name}`));
const wanted = hash.digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  execFileSync(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  writeFileSync(stamp, wanted);
}
