import { createBrowserRouter, type RouteObject } from "react-router";
import { announceArrival } from "../ui/arrival";
import { NotFoundPage } from "./not-found-page";
import { Root } from "./root";
import { RouteErrorPage } from "./route-error-page";

/** Pages are fetched when they are first opened: who follows an invitation on a phone loads no tables. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <RouteErrorPage />,
    hydrateFallbackElement: <div />,
    children: [
      {
        path: "/setup",
        lazy: async () => ({ Component: (await import("../features/workspace/found-page")).FoundPage }),
      },
      {
        path: "/sign-in",
        lazy: async () => ({ Component: (await import("../features/session/sign-in-page")).SignInPage }),
      },
      {
        path: "/join",
        lazy: async () => ({ Component: (await import("../features/links/accept-page")).AcceptPage }),
      },
      {
        path: "/activate",
        lazy: async () => ({ Component: (await import("../features/links/activate-page")).ActivatePage }),
      },
      {
        path: "/reset-password",
        lazy: async () => ({ Component: (await import("../features/links/reset-page")).ResetPage }),
      },
      {
        path: "/confirm-email",
        lazy: async () => ({ Component: (await import("../features/links/confirm-email-page")).ConfirmEmailPage }),
      },
      {
        path: "/forgot-password",
        lazy: async () => ({ Component: (await import("../features/session/forgot-page")).ForgotPage }),
      },
      {
        lazy: async () => ({ Component: (await import("./require-viewer")).RequireViewer }),
        children: [
          {
            errorElement: <RouteErrorPage />,
            children: [
              { index: true, lazy: async () => ({ Component: (await import("../features/home/home-page")).HomePage }) },
              {
                path: "/users",
                lazy: async () => ({ Component: (await import("../features/users/users-page")).UsersPage }),
                children: [
                  {
                    path: ":userId",
                    lazy: async () => ({ Component: (await import("../features/users/user-drawer")).UserDrawer }),
                  },
                ],
              },
              {
                path: "/users/new",
                lazy: async () => ({ Component: (await import("../features/create/add-user-page")).AddUserPage }),
              },
              {
                path: "/users/new/several",
                lazy: async () => ({ Component: (await import("../features/create/by-hand-page")).ByHandPage }),
              },
              {
                path: "/users/:userId/profile",
                lazy: async () => ({ Component: (await import("../features/users/user-page")).UserPage }),
              },
              {
                path: "/users/:userId/edit",
                lazy: async () => ({ Component: (await import("../features/users/edit-user-page")).EditUserPage }),
              },
              {
                path: "/account",
                lazy: async () => ({ Component: (await import("../features/account/account-page")).AccountPage }),
              },
              {
                path: "/my-registration",
                lazy: async () => ({
                  Component: (await import("../features/my-registration/my-registration-page")).MyRegistrationPage,
                }),
              },
              {
                path: "/inbox",
                lazy: async () => ({ Component: (await import("../features/inbox/inbox-page")).InboxPage }),
                children: [
                  {
                    path: ":mailId",
                    lazy: async () => ({ Component: (await import("../features/inbox/inbox-mail")).InboxMail }),
                  },
                ],
              },
              {
                path: "/users/invitations/new",
                lazy: async () => ({ Component: (await import("../features/invitations/invite-page")).InvitePage }),
              },
              {
                path: "/users/invitations",
                lazy: async () => ({
                  Component: (await import("../features/invitations/invitations-page")).InvitationsPage,
                }),
                children: [
                  {
                    path: ":invitationId",
                    lazy: async () => ({
                      Component: (await import("../features/invitations/invitation-drawer")).InvitationDrawer,
                    }),
                  },
                ],
              },
              {
                path: "/import",
                lazy: async () => ({ Component: (await import("../features/import/home/import-page")).ImportPage }),
              },
              {
                lazy: async () => ({
                  Component: (await import("../features/import/wizard/wizard-layout")).WizardLayout,
                }),
                children: [
                  {
                    path: "/import/file",
                    lazy: async () => ({ Component: (await import("../features/import/steps/file-step")).FileStep }),
                  },
                  {
                    path: "/import/columns",
                    lazy: async () => ({
                      Component: (await import("../features/import/steps/columns-step")).ColumnsStep,
                    }),
                  },
                  {
                    path: "/import/check",
                    lazy: async () => ({ Component: (await import("../features/import/steps/check-step")).CheckStep }),
                  },
                  {
                    path: "/import/send",
                    lazy: async () => ({ Component: (await import("../features/import/steps/send-step")).SendStep }),
                  },
                ],
              },
              {
                path: "/import/:id",
                lazy: async () => ({ Component: (await import("../features/import/report/report-page")).ReportPage }),
              },
              {
                path: "/registration",
                lazy: async () => ({
                  Component: (await import("../features/registration/registration-section")).RegistrationSection,
                }),
                children: [
                  {
                    index: true,
                    lazy: async () => ({
                      Component: (await import("../features/registration/registration-page")).RegistrationPage,
                    }),
                  },
                  {
                    path: "create",
                    lazy: async () => ({
                      Component: (await import("../features/create/internal-user-page")).InternalUserPage,
                    }),
                  },
                  {
                    path: "bulk",
                    lazy: async () => ({ Component: (await import("../features/create/bulk-page")).BulkPage }),
                  },
                ],
              },
              {
                lazy: async () => ({
                  Component: (await import("../features/registration/identity-section")).IdentitySection,
                }),
                children: [
                  {
                    path: "/registration/personal",
                    lazy: async () => ({
                      Component: (await import("../features/registration/personal-page")).PersonalPage,
                    }),
                  },
                  {
                    path: "/registration/personal/:userId",
                    lazy: async () => ({
                      Component: (await import("../features/registration/personal-one-page")).PersonalOnePage,
                    }),
                  },
                  {
                    path: "/registration/review",
                    lazy: async () => ({
                      Component: (await import("../features/registration/review-layout")).ReviewLayout,
                    }),
                    children: [
                      {
                        index: true,
                        lazy: async () => ({
                          Component: (await import("../features/registration/review-page")).ReviewPage,
                        }),
                      },
                      {
                        path: ":userId",
                        lazy: async () => ({
                          Component: (await import("../features/registration/review-one-page")).ReviewOnePage,
                        }),
                      },
                    ],
                  },
                  {
                    path: "/registration/complete",
                    lazy: async () => ({
                      Component: (await import("../features/create/complete-page")).CompletePage,
                    }),
                  },
                ],
              },
              {
                path: "/groups",
                lazy: async () => ({ Component: (await import("../features/groups/names-page")).GroupsPage }),
              },
              {
                path: "/groups/:groupId",
                lazy: async () => ({ Component: (await import("../features/groups/group-layout")).GroupLayout }),
                children: [
                  {
                    index: true,
                    lazy: async () => ({
                      Component: (await import("../features/groups/group-people-page")).GroupPeoplePage,
                    }),
                  },
                  {
                    path: "invite",
                    lazy: async () => ({
                      Component: (await import("../features/invitations/invite-to-group-page")).InviteToGroupPage,
                    }),
                  },
                  {
                    path: "invitations",
                    lazy: async () => ({
                      Component: (await import("../features/invitations/group-invitations")).GroupInvitations,
                    }),
                    children: [
                      {
                        path: ":invitationId",
                        lazy: async () => ({
                          Component: (await import("../features/invitations/invitation-drawer")).InvitationDrawer,
                        }),
                      },
                    ],
                  },
                  {
                    path: "sessions",
                    lazy: async () => ({
                      Component: (await import("../features/program-sessions/group-sessions")).GroupSessions,
                    }),
                  },
                  {
                    path: "settings",
                    lazy: async () => ({
                      Component: (await import("../features/groups/group-settings-page")).GroupSettingsPage,
                    }),
                  },
                ],
              },
              {
                path: "/program-sessions",
                lazy: async () => ({
                  Component: (await import("../features/program-sessions/sessions-page")).SessionsPage,
                }),
              },
              {
                path: "/program-sessions/new",
                lazy: async () => ({
                  Component: (await import("../features/program-sessions/new-session-page")).NewSessionPage,
                }),
              },
              {
                path: "/program-sessions/:sessionId",
                lazy: async () => ({
                  Component: (await import("../features/program-sessions/session-page")).SessionPage,
                }),
              },
              {
                path: "/program-sessions/:sessionId/invite",
                lazy: async () => ({
                  Component: (await import("../features/invitations/invite-from-session-page")).InviteFromSessionPage,
                }),
              },
              {
                path: "/companies",
                lazy: async () => ({ Component: (await import("../features/groups/names-page")).CompaniesPage }),
              },
              {
                path: "/companies/:id",
                lazy: async () => ({ Component: (await import("../features/groups/name-page")).CompanyPage }),
              },
              {
                path: "/teams",
                lazy: async () => ({ Component: (await import("../features/groups/names-page")).TeamsPage }),
              },
              {
                path: "/teams/:id",
                lazy: async () => ({ Component: (await import("../features/groups/name-page")).TeamPage }),
              },
              {
                path: "/labels",
                lazy: async () => ({ Component: (await import("../features/groups/names-page")).LabelsPage }),
              },
              {
                path: "/labels/:id",
                lazy: async () => ({ Component: (await import("../features/groups/name-page")).LabelPage }),
              },
              {
                path: "/permissions",
                lazy: async () => ({
                  Component: (await import("../features/permissions/permissions-page")).PermissionsPage,
                }),
              },
              {
                path: "/permissions/transfer",
                lazy: async () => ({
                  Component: (await import("../features/permissions/transfer-page")).TransferPage,
                }),
              },
              {
                path: "/settings",
                lazy: async () => ({
                  Component: (await import("../features/settings/settings-page")).SettingsPage,
                }),
              },
              { path: "*", element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
];

export function makeRouter() {
  const router = createBrowserRouter(routes);
  let page = router.state.location.pathname;
  // Set before the next page renders, so that its heading knows to take the focus.
  router.subscribe(({ location }) => {
    if (location.pathname === page) return;
    page = location.pathname;
    announceArrival();
  });
  return router;
}
