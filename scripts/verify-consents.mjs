// Verifies an exported consent ledger with nothing but Node: node scripts/verify-consents.mjs LEDGER.jsonl [--tip HASH]
// Every entry must follow the one before, in place and hash, and its words must be those that were proven. A hash noted
// elsewhere (--tip) must be in the chain: what was cut off at the end shows then. docs/consent-ledger.md has the form.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** The canonical form of an entry. */
const canonical = (tenantId, entry) =>
  [
    "aldeia-consent-1",
    entry.position,
    tenantId,
    entry.id,
    entry.memberId,
    entry.channel,
    entry.purpose,
    entry.granted ? "yes" : "no",
    entry.wordingVersion,
    entry.at,
    entry.proof,
  ].join("\n");

/** What is wrong with an entry after the one before it, or null. */
function faultOf(entry, { tenantId, position, hash }) {
  if (entry.position !== position + 1) return `place ${position + 1} is missing or out of order`;
  if (entry.salt !== "" && entry.proof !== sha256(`${entry.salt}\n${entry.source}\n${entry.origin}`))
    return "source or origin are not those that were proven";
  if (entry.hash !== sha256(`${hash}\n${canonical(tenantId, entry)}`)) return "the hash does not follow";
  return null;
}

const [file, option, wantedTip] = process.argv.slice(2);
if (!file || (option && option !== "--tip")) {
  console.error("usage: node scripts/verify-consents.mjs LEDGER.jsonl [--tip HASH]");
  process.exit(2);
}

let head = null;
let last = { tenantId: "", position: 0, hash: "" };
let metTip = wantedTip === undefined;
for await (const line of createInterface({
  input: createReadStream(file, "utf8"),
  crlfDelay: Number.POSITIVE_INFINITY,
})) {
  if (line.trim() === "") continue;
  const value = parse(line);
  if (head === null) {
    head = value;
    if (head.ledger !== "aldeia-consent-1") fail("this is no consent ledger");
    last.tenantId = head.tenantId;
    continue;
  }
  const fault = faultOf(value, last);
  if (fault) fail(`entry ${value.position}: ${fault}`);
  last = { ...last, position: value.position, hash: value.hash };
  metTip ||= value.hash === wantedTip;
}
if (head === null) fail("the file is empty");
if (head.entries !== last.position) fail(`${head.entries} entries were exported, ${last.position} are here`);
if ((head.tip ?? "") !== last.hash) fail("the last hash is not the one that was exported");
if (!metTip) fail("the hash noted elsewhere is not in the chain");
console.log(`ok: ${last.position} entries, last hash ${last.hash || "none"}`);

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return fail("a line is no JSON");
  }
}

function fail(reason) {
  console.error(`broken: ${reason}`);
  process.exit(1);
}
