// Started by write-package.test.ts as a process of its own, and killed.
import { sampleDelivery } from "../../../modules/delivery/testing/sample-delivery.ts";
import { usualFormats } from "../../../modules/delivery/output.ts";
import { writePackageOnce } from "../write-package.ts";

const directory = process.argv[2] ?? "";
const signal = new AbortController().signal;
for (;;) {
  const delivery = sampleDelivery();
  process.stdout.write(`${delivery.deliveryId}\n`);
  await writePackageOnce(
    { directory, formats: usualFormats },
    delivery,
    signal,
  );
}
