import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { POST } from "@/app/api/webhooks/mail/route";
import { letterId } from "@/lib/delivery/letter-id";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aMember, aTenant } from "../../support/world";

const ADDRESS = "ana@casa.example";
let ctx: TenantContext;
let memberId: string;
let occurrenceId: string;

beforeEach(async () => {
  process.env.MAIL_WEBHOOK_SECRET = "a secret of the tests";
  const { tenantId } = await aTenant();
  ctx = systemContext(tenantId, "test");
  memberId = await aMember(tenantId, { email: ADDRESS });
  const announcementId = newId();
  occurrenceId = newId();
  await ctx.db.announcement.create({ data: { id: announcementId, communityIds: [newId()], status: "sent" } });
  await ctx.db.occurrence.create({
    data: { id: occurrenceId, announcementId, dueAt: ctx.now, status: "sent", sent: 1 },
  });
  await ctx.db.delivery.create({ data: { occurrenceId, memberId, channel: "email", status: "sent" } });
});

afterEach(() => {
  delete process.env.MAIL_WEBHOOK_SECRET;
});

/** A notification as Postfix writes it (RFC 3464). */
function notification({
  status = "5.1.1",
  action = "failed",
  id = letterId({ tenantId: ctx.tenantId, occurrenceId, memberId }),
} = {}) {
  return [
    "From: MAILER-DAEMON@mx.example",
    "To: nao-responda@aldeia.example",
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status;\r\n boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "This is the mail system.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    `Final-Recipient: rfc822; ${ADDRESS}`,
    `Action: ${action}`,
    `Status: ${status}`,
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: <${id}@localhost>`,
    "Subject: Oi",
    "--b--",
    "",
  ].join("\r\n");
}

async function post(raw: string, secret = "a secret of the tests") {
  const signature = `sha256=${createHmac("sha256", secret).update(raw).digest("hex")}`;
  const request = new Request("http://aldeia.example/api/webhooks/mail", {
    method: "POST",
    body: raw,
    headers: { "x-aldeia-signature": signature },
  });
  const answer = await POST(request);
  return `${answer.status} ${((await answer.json()) as { received: string }).received}`;
}

const delivery = () => ctx.db.delivery.findFirst({ where: { occurrenceId, memberId } });
const bouncedAt = async () => (await ctx.db.identifier.findFirst({ where: { memberId } }))?.bouncedAt;

test("a letter that came back for good has failed, and its address is no way to the person any more", async () => {
  expect(await post(notification())).toBe("200 taken");
  expect(await delivery()).toMatchObject({ status: "failed", reason: "address_refused" });
  expect(await bouncedAt()).toBeInstanceOf(Date);
  expect(await ctx.db.occurrence.findFirst({ where: { id: occurrenceId } })).toMatchObject({
    sent: 0,
    failed: 1,
  });
  expect(await post(notification())).toBe("200 taken");
  expect(await ctx.db.occurrence.findFirst({ where: { id: occurrenceId } })).toMatchObject({
    sent: 0,
    failed: 1,
  });
});

test("a full mailbox has failed this time only; news of a delay is none", async () => {
  expect(await post(notification({ status: "4.2.2", action: "delayed" }))).toBe("200 not_ours");
  expect(await post(notification({ status: "4.2.2" }))).toBe("200 taken");
  expect(await delivery()).toMatchObject({ status: "failed", reason: "mailbox_busy" });
  expect(await bouncedAt()).toBeNull();
});

test("X10: what was read did arrive, whatever comes back", async () => {
  await ctx.db.delivery.updateMany({ where: { memberId }, data: { status: "read" } });
  await post(notification());
  expect(await delivery()).toMatchObject({ status: "read" });
});

test("X26: another's signature, another mail, another sending's or tenant's letter change nothing", async () => {
  expect(await post(notification(), "guessed")).toBe("400 bad_signature");
  expect(await post("Subject: Oi\r\n\r\nOi")).toBe("200 not_ours");
  expect(await post(notification({ id: "x.y.z" }))).toBe("200 not_ours");
  const elsewhere = (await aTenant()).tenantId;
  expect(await post(notification({ id: letterId({ tenantId: elsewhere, occurrenceId, memberId }) }))).toBe(
    "200 taken",
  );
  expect(await delivery()).toMatchObject({ status: "sent" });
  delete process.env.MAIL_WEBHOOK_SECRET;
  expect(await post(notification())).toBe("503 not_ready");
});
