import { beforeEach, expect, test } from "vitest";
import { changePassword, signOutEverywhere } from "@/lib/accounts/commands/change-password";
import { requestSignIn } from "@/lib/accounts/commands/request-sign-in";
import { signInByCode, signInByLink } from "@/lib/accounts/commands/sign-in-by-email";
import { signInWithPassword } from "@/lib/accounts/commands/sign-in-with-password";
import { signUp } from "@/lib/accounts/commands/sign-up";
import { verifyEmail } from "@/lib/accounts/commands/verify-email";
import { listUserTenants } from "@/lib/accounts/queries/list-user-tenants";
import { platformClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";
import { secretOf, takeMails } from "../../support/mail-queue";
import { aMember, aWorld } from "../../support/world";

let counter = 0;
let email = "";
const visitor = { locale: "pt-BR", ip: null } as const;
const password = "uma senha boa";

beforeEach(() => {
  email = `ana-${++counter}@exemplo.example`;
});

const ask = (purpose: "email_link" | "member_code", to = email) =>
  requestSignIn({ purpose, email: to, returnTo: null, ...visitor });
const open = () =>
  signUp(visitor, { organization: "Vila", slug: `vila-${counter}`, name: "Ana", email, password });
const sql = (text: string, values: unknown[] = []) => asOwner(process.env.DATABASE_URL ?? "", text, values);

test("the password of an account signs in; a wrong one and an unknown address are answered alike", async () => {
  const { id } = await open();
  expect(await signInWithPassword({ email: email.toUpperCase(), password, ip: null })).toMatchObject({ id });
  expect(await signInWithPassword({ email, password: "errada", ip: null })).toBeNull();
  expect(await signInWithPassword({ email: "x@y.example", password, ip: null })).toBeNull();
});

test("the eleventh guess at a password within a quarter of an hour is refused and told when to come back", async () => {
  await open();
  const guess = (text: string) => signInWithPassword({ email, password: text, ip: `10.0.0.${counter}` });
  for (let count = 0; count < 10; count++) expect(await guess("errada")).toBeNull();
  await expect(guess(password)).rejects.toMatchObject({
    code: "too_many_attempts",
    status: 429,
    params: { minutes: 15 },
  });
});

test("a good password forgets the bad guesses before it", async () => {
  await open();
  for (let round = 0; round < 2; round++) {
    for (let count = 0; count < 9; count++) await signInWithPassword({ email, password: "errada", ip: null });
    expect(await signInWithPassword({ email, password, ip: null })).not.toBeNull();
  }
});

test("a mailed link signs in once, and even two clicks at once let one in", async () => {
  const { id } = await open();
  await takeMails();
  await ask("email_link");
  const [mail] = await takeMails();
  expect(mail?.to).toBe(email);
  const clicks = await Promise.allSettled([1, 2].map(() => signInByLink(secretOf(mail))));
  const taken = clicks.filter((click) => click.status === "fulfilled");
  expect(taken.map((click) => click.value.id)).toEqual([id]);
  await expect(signInByLink(secretOf(mail))).rejects.toMatchObject({ code: "link_used_up" });
});

test("a link is dead after a quarter of an hour, and when a newer one was asked for", async () => {
  await open();
  await takeMails();
  await ask("email_link");
  const [older] = await takeMails();
  await ask("email_link");
  const [newer] = await takeMails();
  await expect(signInByLink(secretOf(older))).rejects.toMatchObject({ code: "link_used_up" });
  await sql("UPDATE sign_in_tokens SET expires_at = now() - interval '1 second' WHERE email = $1", [email]);
  await expect(signInByLink(secretOf(newer))).rejects.toMatchObject({ code: "link_used_up" });
});

test("no mail leaves for an address that nobody bears, and asking looks the same", async () => {
  const tokenId = await ask("member_code", "ninguem@exemplo.example");
  expect(tokenId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await takeMails()).toEqual([]);
  await expect(signInByCode({ tokenId, code: "123456", ip: null })).rejects.toMatchObject({
    issues: [{ path: "code", code: "wrong_code" }],
  });
});

test("a code makes the account of a member on first use, in every tenant that knows the address", async () => {
  const { here, there } = await aWorld();
  await aMember(here.tenantId, { name: "Ana Prado", email });
  await aMember(there.tenantId, { name: "Ana", email });
  const tokenId = await ask("member_code");
  const [mail] = await takeMails();
  const { id } = await signInByCode({ tokenId, code: secretOf(mail), ip: null });
  const tenants = await listUserTenants(id);
  expect(tenants.map(({ slug, role }) => [slug, role]).sort()).toEqual(
    [
      [here.slug, null],
      [there.slug, null],
    ].sort(),
  );
});

test("a code takes five tries at most, also when they come at once, and none by another request's id", async () => {
  const { here } = await aWorld();
  await aMember(here.tenantId, { email });
  const tokenId = await ask("member_code");
  const code = secretOf((await takeMails())[0]);
  const wrong = code === "000000" ? "000001" : "000000";
  const guess = (text: string, id = tokenId) => signInByCode({ tokenId: id, code: text, ip: null });
  await expect(guess(code, newId())).rejects.toMatchObject({ code: "invalid_input" });
  await Promise.allSettled(Array.from({ length: 20 }, () => guess(wrong)));
  await expect(guess(code)).rejects.toMatchObject({ code: "invalid_input" });
});

test("X25: who proves the address of an account that was never confirmed gets it alone: its password ends", async () => {
  const trap = await open();
  await takeMails();
  const tokenId = await ask("member_code");
  const user = await signInByCode({ tokenId, code: secretOf((await takeMails())[0]), ip: null });
  expect(user.id).toBe(trap.id);
  expect(user.sessionVersion).toBeGreaterThan(trap.sessionVersion);
  expect(await signInWithPassword({ email, password, ip: null })).toBeNull();
});

test("an account that its opener confirms keeps its password, also when signing in by link later", async () => {
  const opened = await open();
  const [mail] = await takeMails();
  await verifyEmail(secretOf(mail));
  await ask("email_link");
  const user = await signInByLink(secretOf((await takeMails())[0]));
  expect(user).toEqual({ id: opened.id, sessionVersion: opened.sessionVersion });
  expect(await signInWithPassword({ email, password, ip: null })).not.toBeNull();
});

test("a stranger cannot open a tenant in the name of somebody's account", async () => {
  await open();
  const again = signUp(visitor, {
    organization: "Outra",
    slug: `outra-${counter}`,
    name: "X",
    email,
    password: "chute de senha",
  });
  await expect(again).rejects.toMatchObject({ issues: [{ path: "email", code: "email_taken" }] });
});

test("X25: a new password and signing out everywhere raise the session version, which ends older sessions", async () => {
  const { id, sessionVersion } = await open();
  const changed = await changePassword(
    { id },
    { currentPassword: password, code: "", newPassword: "outra senha boa" },
  );
  expect(changed.sessionVersion).toBe(sessionVersion + 1);
  await signOutEverywhere(id);
  const user = await platformClient().user.findUnique({ where: { id }, select: { sessionVersion: true } });
  expect(user?.sessionVersion).toBe(sessionVersion + 2);
  await expect(
    changePassword({ id }, { currentPassword: password, code: "", newPassword: "terceira senha" }),
  ).rejects.toMatchObject({ issues: [{ path: "currentPassword", code: "wrong_password" }] });
});

test("neither secrets nor addresses in the clear lie in the tables of signing in", async () => {
  const { here } = await aWorld();
  await aMember(here.tenantId, { email });
  const tokenId = await ask("member_code");
  const code = secretOf((await takeMails())[0]);
  const tokens = JSON.stringify(await sql("SELECT token_hash FROM sign_in_tokens WHERE id = $1", [tokenId]));
  expect(tokens).not.toContain(code);
  expect(JSON.stringify(await sql("SELECT key FROM rate_limits"))).not.toContain("@");
});
