import { useNavigate } from "react-router";
import { useInHand } from "../wizard/import-context";
import { useOffice } from "../wizard/use-office";

/** Takes a file into the wizard, and shows what was recognised. */
export function useChooseFile() {
  const navigate = useNavigate();
  const { wizard } = useInHand();
  const office = useOffice();
  return (file: File) => {
    void wizard.choose(file, office);
    void navigate("/import/file");
  };
}
