import { startStandIn } from "./server";
import { readSettings } from "./settings";

const standIn = await startStandIn(readSettings(process.env));
const stop = (): void => {
  standIn.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
// Its parent is gone, however it went.
process.once("disconnect", stop);

console.log(`Stripe stand-in is ready at ${standIn.url}`);
