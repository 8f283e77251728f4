import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import './explorer.css';
import { createRoot } from 'react-dom/client';

const starter = `# 融桥 Rongqiao: the whole platform answers here. Sign in first, at / or with the mutation signIn.
query WhoAmI {
  me {
    name
    role
    organisation {
      name
      kind
    }
  }
}
`;

const root = document.getElementById('explorer');
if (!root) throw new Error('the page has no #explorer');
createRoot(root).render(<GraphiQL fetcher={createGraphiQLFetcher({ url: '/graphql' })} defaultQuery={starter} />);
