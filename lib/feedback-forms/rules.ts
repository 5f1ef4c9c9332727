import type { Limit } from "@/lib/platform/rate-limit";

/** A whole audience may stand behind one address and scan the same poster. */
export const PER_ADDRESS: Limit = { name: "feedback_form_ip", points: 30, perSeconds: 600 };
export const PER_FORM: Limit = { name: "feedback_form", points: 600, perSeconds: 3_600 };

/** The text that somebody agrees to who leaves an address: `feedbackForms.page.consent` in the messages. */
export const CONSENT_WORDING = "feedback-form-2026-11";

/** Days after the end of an item until the address left with it is forgotten. */
export const KEEP_CONTACT_DAYS = 90;
