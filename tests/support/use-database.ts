import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { closeAppPool } from "@/lib/platform/db/pool";
import { asOwner } from "./as-owner";

// Every test file has a database of its own, copied from the migrated template, so that files may run side by side.
beforeAll(async () => {
  const server = inject("serverUrl");
  const name = `t_${randomBytes(6).toString("hex")}`;
  await asOwner(server.replace(/\/aldeia$/, "/postgres"), `CREATE DATABASE ${name} TEMPLATE aldeia_template`);
  process.env.DATABASE_URL = server.replace(/\/aldeia$/, `/${name}`);
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});

afterAll(async () => {
  await closeAppPool();
});
