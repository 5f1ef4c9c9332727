import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runStage } from "./run-stage";

const schemaFolder = "prisma/schema";
const clientFolder = "lib/platform/db/generated";
const stamp = join(clientFolder, ".schema-hash");

/**
 * Makes what the compiler needs and git does not hold: the ambient types of Next, and the Prisma client.
 * The client is generated again only when the schema's text differs from the one it was made from.
 */
export async function prepareTypes(): Promise<boolean> {
  if (!existsSync("next-env.d.ts")) {
    writeFileSync(
      "next-env.d.ts",
      '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n',
    );
  }
  const wanted = schemaHash();
  if (wanted === null || wanted === storedHash() || !hasGenerateScript()) return true;
  const generated = await runStage({
    name: "generate",
    command: "npm",
    args: ["run", "--silent", "generate"],
  });
  if (generated.code === 0) writeFileSync(stamp, wanted);
  return generated.code === 0;
}

function hasGenerateScript(): boolean {
  return readFileSync("package.json", "utf8").includes('"generate":');
}

function storedHash(): string | null {
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : null;
}

function schemaHash(): string | null {
  if (!existsSync(schemaFolder)) return null;
  const hash = createHash("sha256");
  for (const file of readdirSync(schemaFolder).sort()) hash.update(readFileSync(join(schemaFolder, file)));
  return hash.digest("hex");
}
