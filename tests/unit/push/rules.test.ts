import { expect, test } from "vitest";
import { deviceName, isPushService } from "@/lib/push/rules";

test("X26: an address is taken of the browsers' own services by https, and of origins that the operator named", () => {
  const taken = [
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://wns2-par02p.notify.windows.com/w/?token=abc",
    "https://web.push.apple.com/abc",
    "http://127.0.0.1:9/abc",
  ];
  const left = [
    "http://fcm.googleapis.com/abc",
    "https://fcm.googleapis.com.evil.example/abc",
    "https://evilfcm.googleapis.com.example/",
    "https://fcm.googleapis.com:8443/abc",
    "https://fcm.googleapis.com@169.254.169.254/",
    "https://xfcm.googleapis.com/abc",
    "https://169.254.169.254/latest",
    "http://127.0.0.1:10/abc",
    "file:///etc/passwd",
    "fcm",
  ];
  const also = ["http://127.0.0.1:9"];
  expect(taken.filter((address) => !isPushService(address, also))).toEqual([]);
  expect(left.filter((address) => isPushService(address, also))).toEqual([]);
});

test("a device is called what people call it", () => {
  const chrome =
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36";
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1";
  expect(deviceName(chrome)).toBe("Chrome · Android");
  expect(deviceName(safari)).toBe("Safari · iPhone");
  expect(deviceName(`${chrome} Edg/131.0`)).toBe("Edge · Android");
  expect(deviceName("")).toBe("");
});
