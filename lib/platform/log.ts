import pino from "pino";
import { logLevel } from "./env";

/** The log of every process: JSON lines on stderr, personal data and secrets struck out. */
export const log = pino(
  {
    level: logLevel(),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        "*.email",
        "*.phone",
        "*.password",
        "*.token",
        "*.to",
        "email",
        "phone",
        "password",
        "token",
        "to",
      ],
      censor: "•",
    },
  },
  pino.destination(2),
);
