import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { ImportSetupDocument } from "../../../gql/graphql";
import { unfilledColumns } from "./draft";
import { useInHand } from "./import-context";
import { todayIn } from "./today-in";
import { useOffice } from "./use-office";
import type { Open } from "./wizard-state";

/** Checks the file as soon as every obligatory column is filled, and again after every change that makes a difference. */
export function useCheck(wizard: Open) {
  const { wizard: desk } = useInHand();
  const office = useOffice();
  const { data, error } = useQuery(ImportSetupDocument);
  const zone = data?.workspace?.timeZone ?? (error ? "UTC" : null);
  const isDue = wizard.check.at === "none" && unfilledColumns(wizard.draft).length === 0;
  useEffect(() => {
    if (isDue && zone) void desk.check(todayIn(zone), office);
  }, [isDue, zone, desk, office]);
}
