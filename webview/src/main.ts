import './panel.css';
import { connectHost } from './host';
import { runPanel } from './panel';
import { registerToolkit } from './toolkit';

registerToolkit();
const root = document.createElement('div');
root.id = 'hoplens-panel';
document.body.append(root);
runPanel(root, connectHost());
