import { existsSync, writeFileSync } from "node:fs";
import { runStage } from "./run-stage";

const generator = "scripts/generate-client.mjs";

/**
 * Makes what the compiler needs and git does not hold: the ambient types of Next, and the Prisma client,
 * which its script generates again only when the schema has changed.
 */
export async function prepareTypes(): Promise<boolean> {
  if (!existsSync("next-env.d.ts")) {
    writeFileSync(
      "next-env.d.ts",
      '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n',
    );
  }
  if (!existsSync(generator)) return true;
  const { code } = await runStage({ name: "generate", command: "node", args: [generator] });
  return code === 0;
}
