import { makeCalendarLink, revokeCalendarLink } from "@/lib/calendar/commands/make-link";
import { createForm, revokeForm } from "@/lib/feedback-forms/commands/create-form";
import { connectWhatsapp, disconnectWhatsapp } from "@/lib/whatsapp/commands/connect";
import { setPrices } from "@/lib/whatsapp/commands/set-prices";
import { readPriceList } from "@/lib/whatsapp/price-list";
import { aConnection } from "../../support/whatsapp-connection";
import type { Neighbour } from "../../support/world";

/** The acts that link a tenant to programs of others: calendars, and a number at WhatsApp. */
export const LINK_ACTS = {
  "calendar.link_created": async (here: Neighbour) => () => makeCalendarLink(here.as("owner")),
  "calendar.link_renewed": async (here: Neighbour) => {
    await makeCalendarLink(here.as("owner"));
    return () => makeCalendarLink(here.as("owner"));
  },
  "calendar.link_revoked": async (here: Neighbour) => {
    await makeCalendarLink(here.as("owner"));
    return () => revokeCalendarLink(here.as("owner"));
  },
  "feedback_form.created": async (here: Neighbour) => () =>
    createForm(here.as("owner"), { name: "Balcão", communityId: null }),
  "feedback_form.revoked": async (here: Neighbour) => {
    const { id } = await createForm(here.as("owner"), { name: "Balcão", communityId: null });
    return () => revokeForm(here.as("owner"), id);
  },
  "whatsapp.connected": async (here: Neighbour) => () => connectWhatsapp(here.as("owner"), aConnection()),
  "whatsapp.changed": async (here: Neighbour) => {
    await connectWhatsapp(here.as("owner"), aConnection());
    return () => connectWhatsapp(here.as("owner"), { ...aConnection(), perSecond: 20 });
  },
  "whatsapp.disconnected": async (here: Neighbour) => {
    await connectWhatsapp(here.as("owner"), aConnection());
    return () => disconnectWhatsapp(here.as("owner"));
  },
  "whatsapp.prices_set": async (here: Neighbour) => () =>
    setPrices(here.as("owner"), {
      currency: "USD",
      prices: readPriceList("BR; marketing; 0,0625; 2026-01-01"),
    }),
};
