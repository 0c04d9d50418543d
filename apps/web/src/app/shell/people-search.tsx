import { useQuery } from "@apollo/client/react";
import { Kbd, Modal, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { SearchPeopleDocument } from "../../gql/graphql";
import { personName } from "../../ui/person-name";
import classes from "./people-search.module.css";
import { useOnSlash, useSlashKey } from "./slash-key";

interface Hit {
  to: string;
  name: string;
  detail: string;
}

/** Searches people, as far as the viewer may open what is found: users, open invitations, or both. */
export function PeopleSearch() {
  const label = useLabel();
  const [opened, { open, close }] = useDisclosure(false);
  const [slash] = useSlashKey();
  useOnSlash(slash, open);
  return (
    <>
      <UnstyledButton className={classes.target} onClick={open} aria-haspopup="dialog" aria-label={label}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span className={classes.words}>{label}</span>
        {slash ? (
          <Kbd size="xs" className={classes.key} aria-hidden>
            /
          </Kbd>
        ) : null}
      </UnstyledButton>
      <Modal.Root
        opened={opened}
        onClose={close}
        size={560}
        padding={0}
        yOffset="12vh"
        centered={false}
        // At once: who presses the key types on without waiting.
        transitionProps={{ duration: 0 }}
      >
        <Modal.Overlay backgroundOpacity={0.4} />
        <Modal.Content aria-label={label}>
          <SearchBox onGo={close} />
        </Modal.Content>
      </Modal.Root>
    </>
  );
}

function useLabel(): string {
  const { t } = useTranslation();
  const { can } = useViewer();
  return can.seeUsers ? t("search.label") : t("search.ofInvitations.label");
}

function SearchBox({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { can } = useViewer();
  const navigate = useNavigate();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const [search] = useDebouncedValue(typed.trim(), 150);
  const { data, previousData, error } = useQuery(SearchPeopleDocument, {
    variables: { search, users: can.seeUsers, invitations: can.seeInvitations },
    skip: !search,
    fetchPolicy: "network-only",
  });
  const found = data ?? (search ? previousData : undefined);
  const hits: Hit[] = [
    ...(found?.users?.nodes ?? []).map((user) => ({
      to: `/users/${user.id}`,
      name: personName(user),
      detail: user.email ?? user.username ?? "",
    })),
    ...(found?.invitations?.nodes ?? []).map((invitation) => ({
      to: `/users/invitations/${invitation.id}`,
      name: personName(invitation),
      detail: [
        invitation.firstName || invitation.lastName ? invitation.email : null,
        t(invitation.status === "EXPIRED" ? "search.expired" : "search.invited"),
      ]
        .filter(Boolean)
        .join(" · "),
    })),
  ];

  function go(to: string) {
    onGo();
    void navigate(to);
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((at) => (hits.length === 0 ? 0 : (at + step + hits.length) % hits.length));
    }
    if (event.key === "Enter") {
      const hit = hits[active];
      if (hit) go(hit.to);
      else if (search) go(`${can.seeUsers ? "/users" : "/users/invitations"}?search=${encodeURIComponent(search)}`);
    }
  }

  const status = error
    ? t("search.failed")
    : search && data && hits.length === 0
      ? t(can.seeUsers ? "search.nobody" : "search.ofInvitations.nobody", { search })
      : null;
  return (
    <div>
      <TextInput
        ref={input}
        variant="unstyled"
        size="md"
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        leftSectionWidth={48}
        placeholder={t(can.seeUsers ? "search.placeholder" : "search.ofInvitations.placeholder")}
        aria-label={label}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits[active] ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKey}
        data-autofocus
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t("search.results")}
        className={hits.length ? classes.list : undefined}
      >
        {hits.map((hit, i) => (
          // The keyboard moves through aria-activedescendant from the field, as the combobox pattern asks.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={hit.to}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === active}
            tabIndex={-1}
            className={classes.hit}
            onClick={() => go(hit.to)}
            onPointerMove={() => setActive(i)}
          >
            <span className={classes.name}>{hit.name}</span>
            <span className={classes.detail}>{hit.detail}</span>
          </div>
        ))}
      </div>
      <div role="status" className={status ? classes.status : undefined}>
        {status}
      </div>
    </div>
  );
}
