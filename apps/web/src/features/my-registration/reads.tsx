import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IdentityReadsDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { LoadFailed } from "../../ui/load-failed";
import { personName } from "../../ui/person-name";
import classes from "./my-registration.module.css";

const page = 5;

/** Who read one's identity and when, the latest first. */
export function Reads() {
  const { t } = useTranslation("own");
  const format = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(IdentityReadsDocument, {
    variables: { first: page },
    fetchPolicy: "cache-and-network",
  });
  const reads = data?.identityReads;
  if (!reads) return error ? <LoadFailed error={error} retry={() => void refetch()} /> : null;
  if (reads.nodes.length === 0) return <p className={classes.nobody}>{t("reads.nobody")}</p>;
  const { hasNextPage, endCursor } = reads.pageInfo;
  return (
    <>
      <ul className={classes.reads}>
        {reads.nodes.map(({ id, at, reader }) => (
          <li key={id}>
            <span>{reader ? personName(reader) : t("reads.gone")}</span>
            <time dateTime={at} title={format.exact(at)}>
              {format.dateTime(at)}
            </time>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void fetchMore({ variables: { first: 50, after: endCursor } })}
        >
          {t("reads.more")}
        </Button>
      ) : null}
    </>
  );
}
