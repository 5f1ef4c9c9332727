import { drawToken } from "@/lib/blocks/draw-token";
import { refusalToken } from "@/lib/consent/refusal-token";
import { createInvite } from "@/lib/invites/commands/create-invite";
import type { Place } from "../place";
import type { OpenRow } from "../row-types";
import { openGiveaway } from "./blocks";
import { feedbackOpen } from "./feedback";

const token = (place: Place) =>
  place.once("open invite", async () => ({
    token: (await createInvite(place.owner, { communityId: place.communityId })).token,
  }));
const refusal = ({ here, memberId }: Place) => ({
  token: refusalToken({ tenantId: here.tenantId, memberId, channel: "email", purpose: "announcements" }),
});
const draw = async (place: Place) => ({
  token: drawToken(place.here.tenantId, (await openGiveaway(place)).blockId),
});
const plain: OpenRow = { tells: "nobody" };
const development = { tells: "nobody", apart: "for development, absent in production" } as const;

/** Pages and handlers outside of the dashboard and the portal. */
export const openRows: Record<string, OpenRow> = {
  "/": plain,
  "/conta": plain,
  ...feedbackOpen,
  "/convite/[token]": { params: token, tells: "nobody" },
  "/criar-conta": plain,
  "/docs/api": { tells: "nobody", apart: "the description of the API, the same for everybody" },
  "/draws/[token]": { params: draw, tells: "nobody" },
  "/entrar": plain,
  "/entrar/codigo": plain,
  "/entrar/confirmar": plain,
  "/entrar/link": plain,
  "/entrar/membro": plain,
  "/entrar/verifique": plain,
  "/inicio": plain,
  "/join/[token]": { params: token, tells: "nobody" },
  "/m/[tenant]/entrar": plain,
  "/sair": plain,
  "/sign-in": plain,
  "/sign-up": plain,
  "/unsubscribe/[token]": { params: refusal, tells: "nobody" },
  "/dev/outbox": { tells: "everything", apart: "absent once a mail server is set" },
  "/dev/ui": development,
  "/dev/ui/auth": development,
  "/dev/ui/portal": development,
  "/dev/ui/shell": development,
  "GET /api/auth/[...nextauth]": { tells: "nobody", apart: "the session of the browser itself" },
  "POST /api/auth/[...nextauth]": { tells: "nobody", apart: "signs in by password, answers with a cookie" },
  "POST /api/webhooks/mail": { tells: "nobody", apart: "answers with a status only" },
  "GET /api/webhooks/whatsapp/[tenant]": { tells: "nobody", apart: "gives back what a handshake asks" },
  "POST /api/webhooks/whatsapp/[tenant]": { tells: "nobody", apart: "answers with a status only" },
  "POST /api/webhooks/stripe": { tells: "nobody", apart: "answers with a status only" },
  "GET /files/[tenant]/[id]": { tells: "faces", apart: "walked by every photo in open-ways.test.ts" },
  "GET /media/[tenant]/[id]": { tells: "nobody", apart: "walked as everybody in tests/integration/media" },
  "GET /unsubscribe/[token]/one-click": { tells: "nobody", apart: "leads to the page" },
  "POST /unsubscribe/[token]/one-click": { tells: "nobody", apart: "answers with a status only" },
  "GET /calendar/[token]": { tells: "nobody", apart: "read as every role in tests/integration/calendar" },
  "GET /healthz": { tells: "nobody", apart: "a status" },
  "GET /readyz": { tells: "nobody", apart: "a status" },
};
