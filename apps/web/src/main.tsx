import "@fontsource-variable/inter/index.css";
import "@mantine/core/styles.css";
import "./app/base.css";
import i18next from "i18next";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeClient } from "./apollo/client";
import { App } from "./app/app";
import { makeRouter } from "./app/routes";
import { startI18n } from "./i18n/i18n";
import { takeLinkSecret } from "./ui/link-secret";

takeLinkSecret();
await startI18n();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App client={makeClient(() => i18next.language)} router={makeRouter()} />
  </StrictMode>,
);
