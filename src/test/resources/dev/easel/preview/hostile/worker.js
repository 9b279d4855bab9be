try{new WebSocket('ws://HOST/file-ws')}catch(e){}; try{fetch('https://HOST/file-fetch').catch(()=>0)}catch(e){}; try{navigator.sendBeacon('https://HOST')}catch(e){}
