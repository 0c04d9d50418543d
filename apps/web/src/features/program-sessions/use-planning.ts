import { useViewer } from "../../apollo/viewer";

/** In which groups the viewer may plan program sessions: in all, or in those that they administer. */
export function usePlanning() {
  const { can, user } = useViewer();
  const own = user.groups.filter(({ role }) => role === "ADMINISTRATOR").map(({ group }) => group);
  return {
    everywhere: can.manageNames,
    own,
    somewhere: can.manageNames || own.length > 0,
    in: (groupId: string) => can.manageNames || own.some(({ id }) => id === groupId),
  };
}
