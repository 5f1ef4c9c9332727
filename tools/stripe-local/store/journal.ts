import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type Account, type Change, emptyAccount, type Site } from "./account";
import type { TableName } from "./tables";

/**
 * The files of the stand-in: one journal per account, one line per request with all that it changed. A line is written whole
 * or, after a crash, is the torn last one and is left out; so a request has happened entirely or not at all.
 */
export type Journal = {
  accounts: Map<string, Account>;
  open(id: string): Account;
  write(account: Account): void;
};

export const openJournal = (folder: string, site: Site): Journal => {
  mkdirSync(folder, { recursive: true });
  const fileOf = (id: string): string => path.join(folder, `${id}.jsonl`);
  const accounts = new Map<string, Account>();
  for (const name of readdirSync(folder)) {
    if (!/^acct_\w+\.jsonl$/.test(name)) continue;
    const id = name.replace(".jsonl", "");
    const account = replay(emptyAccount(id, site), readFileSync(path.join(folder, name), "utf8"));
    accounts.set(id, account);
    compact(account, fileOf(id));
  }
  return {
    accounts,
    open(id) {
      const known = accounts.get(id);
      if (known) return known;
      const made = emptyAccount(id, site);
      accounts.set(id, made);
      return made;
    },
    write(account) {
      if (account.changes.length === 0) return;
      const line = `${JSON.stringify(account.changes.splice(0))}\n`;
      if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
      appendFileSync(fileOf(account.id), line);
    },
  };
};

const replay = (account: Account, text: string): Account => {
  for (const line of text.split("\n"))
    for (const [table, key, value] of parseLine(line)) apply(account, table, key, value);
  return account;
};

const parseLine = (line: string): Change[] => {
  try {
    return line === "" ? [] : JSON.parse(line);
  } catch {
    return [];
  }
};

const apply = (account: Account, table: TableName, id: string, value: object | null): void => {
  const rows = account.tables[table] as Map<string, object> | undefined;
  if (value === null) rows?.delete(id);
  else rows?.set(id, value);
};

/** Rewrites a journal as one line per object, beside the old file first, so that a crash leaves one of the two whole. */
const compact = (account: Account, file: string): void => {
  const lines = Object.entries(account.tables).flatMap(([table, rows]) =>
    [...rows].map(([id, value]) => JSON.stringify([[table, id, value]])),
  );
  writeFileSync(`${file}.new`, `${lines.join("\n")}\n`);
  renameSync(`${file}.new`, file);
};
