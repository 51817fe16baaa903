/**
 * Example: takes over everything that waits at a destination and says so. Run it as often as you like; what was taken over does not come again.
 *
 *   BASE_URL=https://schwerin.example CLIENT_ID=… CLIENT_SECRET=… node clients/typescript/fetch-all.ts
 */
import { openClient } from "./openrathaus.ts";

const {
  BASE_URL: baseUrl = "",
  CLIENT_ID: clientId = "",
  CLIENT_SECRET: clientSecret = "",
} = process.env;
const client = openClient({ baseUrl, clientId, clientSecret });

for (;;) {
  const page = await client.listSubmissions({ delivery: "accepted" });
  const waiting = page.content?.submissions ?? [];
  if (waiting.length === 0) break;
  for (const { submissionId: id, reference } of waiting) {
    const { content } = await client.getSubmission({ id });
    const pdf = await client.getReceiptPdf({ id });
    // Here your system stores both, under the id: it may come again when this program is stopped before the next line.
    await client.confirmReceipt({
      id,
      idempotencyKey: `receipt-${id}`,
      body: { receipt: `AZ ${reference}` },
    });
    const state = await client.setState({
      id,
      ifMatch: "*",
      idempotencyKey: `state-${id}`,
      body: { state: "in-progress" },
    });
    process.stdout.write(
      `${JSON.stringify({
        reference,
        uploads: content?.uploads.length,
        pdfBytes: pdf.content?.length,
        state: state.content?.meaning,
      })}\n`,
    );
  }
}
