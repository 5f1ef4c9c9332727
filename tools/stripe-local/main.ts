import { closeWhenTold } from "../close-when-told";
import { startStandIn } from "./server";
import { readSettings } from "./settings";

const standIn = await startStandIn(readSettings(process.env));
closeWhenTold(standIn);

console.log(`Stripe stand-in is ready at ${standIn.url}`);
