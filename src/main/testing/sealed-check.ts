import type { DatabaseAddress } from "../../platform/database/database.ts";
import {
  openSealedValues,
  type SealedValues,
} from "../../platform/testing/sealed-values.ts";
import { collectModules } from "../modules.ts";
import { sealedTablesOf } from "../re-encryption.ts";
import type { Services } from "../services.ts";

/** Opens what is stored, up to `mostRows` of each table, for the purposes that the modules' sealed tables name. */
export function checkSealed(
  services: Services,
  address: DatabaseAddress,
  mostRows = 50,
): Promise<SealedValues> {
  const { cipherOf } = services;
  return openSealedValues(
    { address, cipherOf, mostRows },
    sealedTablesOf(collectModules(services)),
  );
}
