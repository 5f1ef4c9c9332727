import { log } from "@/lib/platform/log";

const LOOK_EVERY_MS = 500;

/**
 * Looks every half second whether a sending may go on, while its letters are under way: so that those of the batch in hand that
 * did not leave yet stay, when it is paused or stopped. A no stays. `end` ends the looking.
 */
export function watchForStop(mayGoOn: () => Promise<boolean>): { isStopped: () => boolean; end: () => void } {
  let isStopped = false;
  let isLooking = false;
  const look = async () => {
    if (isLooking || isStopped) return;
    isLooking = true;
    try {
      isStopped = !(await mayGoOn());
    } catch (error) {
      // The drain itself meets the same, and fails with it.
      log.warn({ err: error }, "it could not be looked whether a sending may go on");
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return { isStopped: () => isStopped, end: () => clearInterval(timer) };
}
