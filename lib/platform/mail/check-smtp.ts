import "server-only";
import nodemailer from "nodemailer";

/** Whether an SMTP server takes us: null when it does, else what it said. */
export async function checkSmtp(url: string): Promise<string | null> {
  try {
    await nodemailer.createTransport(url).verify();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
