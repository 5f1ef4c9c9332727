import { beforeEach, describe, expect, test } from "vitest";
import { changeStaffRole } from "@/lib/accounts/commands/change-staff-role";
import { systemDeliverStaffMail } from "@/lib/accounts/commands/send-staff-mail";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { sendAdminMailJob } from "@/lib/memberships/jobs";
import { systemContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import type { Mail } from "@/lib/platform/mail/mail";
import { asOwner } from "../../support/as-owner";
import { aMailServer } from "../../support/smtp-world";
import { aCommunity } from "../../support/village";
import { aMember, aTenant, type Neighbour, NOON } from "../../support/world";

// A12, A13: whoever scheduled it and those who answer for the tenant hear that something was not sent.
type Queued = { staffId: string; roles: string[]; mail: Mail };
let here: Neighbour;
let communityId: string;

beforeEach(async () => {
  here = await aTenant();
  communityId = await aCommunity(here);
});

const grant = () =>
  here.as("owner").db.staffGrant.create({
    data: { staffId: here.staff.marketer.staffId, communityId },
    select: { staffId: true },
  });

async function scheduledByMarketer(): Promise<string> {
  await grant();
  const ctx = here.as("marketer", [communityId]);
  const words = createAnnouncementInput.parse({ communityIds: [communityId], body: "Às 18h" });
  const { id } = await createAnnouncement(ctx, words);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  return id;
}

const start = (id: string, hours = 0) =>
  startAnnouncement(systemContext(here.tenantId, "test", new Date(NOON.getTime() + hours * 3_600_000)), id);

const queued = async (task = "send_staff_mail"): Promise<Queued[]> =>
  (
    await asOwner<{ payload: Queued }>(
      process.env.DATABASE_URL ?? "",
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = $2 AND j.payload ->> 'tenantId' = $1 ORDER BY j.id`,
      [here.tenantId, task],
    )
  ).map(({ payload }) => payload);

describe("An announcement that was not sent", () => {
  test("is told to the marketer who scheduled it, the owner and the admin, each in their language, once", async () => {
    await platformClient().user.update({
      where: { id: here.staff.marketer.userId },
      data: { locale: "en" },
      select: { id: true },
    });
    const id = await scheduledByMarketer();
    await Promise.all([start(id, 7), start(id, 7)]);
    const mails = await queued();
    const { owner, admin, marketer } = here.staff;
    expect(mails.map(({ mail }) => mail.to).sort()).toEqual(
      [owner.email, admin.email, marketer.email].sort(),
    );
    for (const { mail } of mails) expect(mail.text).toContain(`/t/${here.slug}/announcements/${id}`);
    const ofMarketer = mails.find(({ mail }) => mail.to === marketer.email);
    expect(ofMarketer?.mail.text).toContain("was not sent");
  });

  test("A13: whose right was taken hears why, without a link to a page that is closed to them", async () => {
    const id = await scheduledByMarketer();
    await here.as("owner").db.staffGrant.deleteMany({});
    await start(id);
    const mails = await queued();
    const { marketer, owner } = here.staff;
    const textFor = (email: string) => mails.find(({ mail }) => mail.to === email)?.mail.text;
    expect(textFor(marketer.email)).toContain("Às 18h");
    expect(textFor(marketer.email)).not.toContain("/announcements/");
    expect(textFor(owner.email)).toContain(`/announcements/${id}`);
  });

  test("is told to the member who scheduled it as well, though they administer nothing any more", async () => {
    const { db } = here.as("owner");
    const memberId = await aMember(here.tenantId, { name: "Bia", email: "bia@casa.example" });
    await db.communityMember.create({
      data: { communityId, memberId, role: "admin" },
      select: { memberId: true },
    });
    const words = createAnnouncementInput.parse({ communityIds: [communityId], body: "Às 18h" });
    const { id } = await createAnnouncement(here.as({ memberId }), words);
    await sendAnnouncement(here.as({ memberId }), id, { undoSeconds: 0 });
    await db.communityMember.updateMany({ where: { memberId }, data: { role: "member" } });
    await start(id);
    const [letter, another] = await queued("memberships.send_admin_mail");
    expect(another).toBeUndefined();
    expect(letter?.mail).toMatchObject({ to: "bia@casa.example", text: expect.stringContaining("Às 18h") });
    expect(letter?.mail.text).not.toContain("/announcements/");
    const { handedOver } = await aMailServer();
    const deliver = () =>
      sendAdminMailJob.handle(systemContext(here.tenantId, "test", NOON), letter as never);
    await deliver();
    expect(handedOver).toEqual(["bia@casa.example"]);
    // R7: whoever has left hears nothing more.
    await db.communityMember.deleteMany({ where: { memberId } });
    await deliver();
    expect(handedOver).toHaveLength(1);
  });

  test("R7: whoever answers for the tenant no more when the mail goes out gets none", async () => {
    const id = await scheduledByMarketer();
    await start(id, 7);
    await changeStaffRole(here.as("owner"), { staffId: here.staff.admin.staffId, role: "finance" });
    const server = await aMailServer();
    const system = systemContext(here.tenantId, "test", NOON);
    for (const payload of await queued()) await systemDeliverStaffMail(system, payload);
    expect(server.handedOver.sort()).toEqual([here.staff.owner.email, here.staff.marketer.email].sort());
  });
});
