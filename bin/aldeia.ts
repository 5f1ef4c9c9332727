import { describeFailure } from "./describe-failure";

// The operator's command: `npm run --silent aldeia -- <command>`. Each command is a file of `bin/commands`.
const commands: Record<string, () => Promise<{ run(args: string[]): Promise<number | undefined> }>> = {
  start: () => import("./commands/start"),
  dev: () => import("./commands/dev"),
  migrate: () => import("./commands/migrate"),
  seed: () => import("./commands/seed"),
  tenant: () => import("./commands/tenant"),
  "api-key": () => import("./commands/api-key"),
  doctor: () => import("./commands/doctor"),
  backup: () => import("./commands/backup"),
  restore: () => import("./commands/restore"),
};

const [name = "", ...args] = process.argv.slice(2);
const load = commands[name];
if (!load) {
  process.stderr.write(`usage: aldeia <${Object.keys(commands).join(" | ")}>\n`);
  process.exit(2);
}
try {
  const command = await load();
  const code = await command.run(args);
  if (code !== undefined) process.exit(code);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}
