import { useQuery } from "@apollo/client/react";
import { Button, Checkbox, Group, Modal, Stack } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  endedLinks,
  type Holder,
  permissionName,
  permissions,
  useChangePermission,
} from "../../apollo/use-change-permission";
import { HolderDocument, type Permission } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { useErrorWords, useFailureWords } from "../../ui/error-words";
import { LoadFailed } from "../../ui/load-failed";
import { PeoplePicker } from "../../ui/people-picker";
import type { PermissionDone } from "../../ui/permission-dialog";
import { useAloneWords, useToldWords } from "../../ui/permission-words";
import { personName } from "../../ui/person-name";
import type { Picked } from "../../ui/picked";
import { useReturnFocus } from "../../ui/use-return-focus";
import classes from "./permissions-page.module.css";

interface Props {
  opened: boolean;
  onDone: (done: PermissionDone) => void;
  onClose: () => void;
}

/** Chooses somebody, and what they may do from now on. */
export function GiveDialog({ opened, onDone, onClose }: Props) {
  const { t } = useTranslation("permissions");
  const { t: tc } = useTranslation();
  useReturnFocus(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("give.action")}
      size="lg"
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      <Choice onDone={onDone} onClose={onClose} />
    </Modal>
  );
}

/** Begins anew each time the window opens. */
function Choice({ onDone, onClose }: Omit<Props, "opened">) {
  const { t } = useTranslation("permissions");
  const { t: tc } = useTranslation();
  const [picked, setPicked] = useState<Picked[]>([]);
  const [one] = picked;
  const id = one?.kind === "user" ? one.id : null;
  const { data, error, refetch } = useQuery(HolderDocument, { variables: { id: id ?? "" }, skip: id === null });
  const person = id !== null && data?.user?.id === id ? data.user : null;
  return (
    <Stack gap="md">
      <PeoplePicker
        label={t("give.who")}
        description={t("give.whoHelp")}
        value={picked}
        onChange={setPicked}
        takesAddresses={false}
        multiple={false}
        autoFocus
      />
      {error && id !== null ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {person ? (
        <Give key={person.id} person={person} onDone={onDone} onClose={onClose} />
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tc("keep")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** What the chosen one is to hold. What they hold already stays. */
function Give({ person, onDone, onClose }: { person: Holder } & Omit<Props, "opened">) {
  const { t } = useTranslation("permissions");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();
  const toldWords = useToldWords();
  const aloneWords = useAloneWords();
  const { change, refresh } = useChangePermission();
  const registration = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Permission[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = personName(person);
  const obstacle =
    person.userType === "FOUNDER"
      ? t("give.founder")
      : person.status === "DEACTIVATED"
        ? t("give.closed", { name })
        : null;
  const alone = aloneWords(person, chosen);

  function choose(all: readonly string[]) {
    setProblem(null);
    setChosen(permissions.filter((each) => all.includes(each) && !person.permissions.includes(each)));
  }

  function alsoRegistration() {
    choose([...chosen, "USER_REGISTRATION"]);
    // the button goes with what it answers
    registration.current?.focus();
  }

  async function give() {
    if (chosen.length === 0) return setProblem(t("give.nothing"));
    setBusy(true);
    setProblem(null);
    let now = person;
    try {
      for (const permission of chosen) {
        const { person: changed, errors } = await change({ person: now, permission, give: true });
        if (!changed) return setProblem(errors.map(({ code, message }) => errorWords(code, message)).join(" "));
        now = changed;
      }
      onDone({ person: now, permissions: chosen, give: true, linksEnded: endedLinks(person, now) });
      onClose();
    } catch (error) {
      setProblem(failureWords(error));
    } finally {
      setBusy(false);
      void refresh();
    }
  }

  if (obstacle) {
    return (
      <>
        <p role="status" className={classes.line}>
          {obstacle}
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tc("keep")}
          </Button>
        </Group>
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void give();
      }}
    >
      <Checkbox.Group label={t("give.what")} value={[...person.permissions, ...chosen]} onChange={choose}>
        <div className={classes.choices}>
          {permissions.map((permission) => (
            <Checkbox
              key={permission}
              ref={permission === "USER_REGISTRATION" ? registration : undefined}
              value={permission}
              disabled={person.permissions.includes(permission)}
              label={<code>{permissionName(permission)}</code>}
              description={
                person.permissions.includes(permission) ? t("give.held", { name }) : t(`allow.${permission}`)
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      {/* said aloud: it appears beneath what was just ticked */}
      <div role="status">
        {alone ? (
          <div className={classes.alone}>
            <p className={classes.line}>{alone}</p>
            <Button size="compact-sm" variant="default" onClick={alsoRegistration}>
              {t("give.also", { permission: permissionName("USER_REGISTRATION") })}
            </Button>
          </div>
        ) : null}
      </div>
      <p className={classes.line}>
        {t("atOnce")} {toldWords(person)} {person.status === "PENDING" ? t("give.pending", { name }) : null}
      </p>
      <p role="alert" className={classes.refused}>
        {problem}
      </p>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {tc("keep")}
        </Button>
        <Button type="submit" loading={busy} className={classes.submit} classNames={{ label: classes.submitLabel }}>
          {chosen.length > 0
            ? t("give.confirm", { name, permission: format.list(chosen.map(permissionName)) })
            : t("give.submit")}
        </Button>
      </Group>
    </form>
  );
}
