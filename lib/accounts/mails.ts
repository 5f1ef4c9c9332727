import "server-only";
import { publicUrl } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { NewMail } from "@/lib/platform/mail/mail";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { INVITATION_DAYS, SECRET_MINUTES } from "./rules";
import type { InvitableRole } from "./types";

type Content = Omit<NewMail, "to">;

const PAGES = { email_link: "/entrar/link", verify_email: "/entrar/confirmar" } as const;

/** The mail with a link, a code or the confirmation of an address. */
export function signInMail(input: {
  purpose: keyof typeof SECRET_MINUTES;
  secret: string;
  locale: Locale;
  returnTo: string | null;
}): Content {
  const { purpose, secret, locale, returnTo } = input;
  const t = translatorFor(locale);
  const texts = {
    email_link: { title: t("accounts.mails.link.title"), action: t("accounts.mails.link.action") },
    verify_email: { title: t("accounts.mails.verify.title"), action: t("accounts.mails.verify.action") },
    member_code: { title: t("accounts.mails.code.title", { code: secret }), action: "" },
    confirm_code: { title: t("accounts.mails.confirm.title", { code: secret }), action: "" },
  }[purpose];
  const minutes = SECRET_MINUTES[purpose];
  const body = {
    email_link: t("accounts.mails.link.body", { minutes }),
    verify_email: t("accounts.mails.verify.body"),
    member_code: t("accounts.mails.code.body", { minutes }),
    confirm_code: t("accounts.mails.confirm.body", { minutes }),
  }[purpose];
  const footer = t(purpose === "confirm_code" ? "accounts.mails.confirm.footer" : "accounts.mails.notYou");
  const parts = { locale, title: texts.title, paragraphs: [body], footer };
  const heading = {
    member_code: t("accounts.mails.code.heading"),
    confirm_code: t("accounts.mails.confirm.heading"),
  };
  const rendered =
    purpose === "member_code" || purpose === "confirm_code"
      ? renderMail({ ...parts, title: heading[purpose], code: secret })
      : renderMail({
          ...parts,
          action: { label: texts.action, url: secretUrl(PAGES[purpose], secret, returnTo) },
        });
  return { subject: texts.title, ...rendered };
}

/** The mail that invites somebody into the team of a tenant. */
export function invitationMail(input: {
  locale: Locale;
  tenantName: string;
  inviterName: string;
  role: InvitableRole;
  token: string;
}): Content {
  const { locale, tenantName, inviterName, role, token } = input;
  const t = translatorFor(locale);
  const title = t("accounts.mails.invitation.title", { tenant: tenantName });
  const rendered = renderMail({
    locale,
    title,
    paragraphs: [
      t("accounts.mails.invitation.body", {
        name: inviterName,
        tenant: tenantName,
        role: t(`accounts.roles.${role}`),
      }),
      t("accounts.mails.invitation.expires", { days: INVITATION_DAYS }),
    ],
    action: { label: t("accounts.mails.invitation.action"), url: `${publicUrl()}/convite/${token}` },
    footer: t("accounts.mails.notExpected"),
  });
  return { subject: title, ...rendered };
}

function secretUrl(page: string, secret: string, returnTo: string | null): string {
  const url = new URL(page, publicUrl());
  url.searchParams.set("token", secret);
  if (returnTo) url.searchParams.set("callbackUrl", returnTo);
  return url.toString();
}
