@echo off
rem Starts Easel: the window, or the command line when arguments are given (easel.cmd --help).
rem Builds first when there is no build; delete target\easel to build again after a change.
setlocal
set "HERE=%~dp0"
set "PROGRAM=%HERE%target\easel"
call :jdk25 "%JAVA_HOME%" && goto found
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%USERPROFILE%\.jdks\*") do (
  call :jdk25 "%%~J" && goto found
)
echo easel: no JDK 25 or newer was found. Install one (for instance Eclipse Temurin 25) or set JAVA_HOME to it. 1>&2
exit /b 3

:found
if not exist "%PROGRAM%\built" (
  where mvn >nul 2>&1 || (echo easel: please install Apache Maven 3.8 or newer, so that mvn is on the PATH. 1>&2& exit /b 3)
  echo Building Easel ^(first start^) ... 1>&2
  call mvn -f "%HERE%pom.xml" -B -q -Dmaven.test.skip -Dspotless.check.skip package 1>&2 || exit /b 3
  type nul > "%PROGRAM%\built"
)
"%JAVA_HOME%\bin\java" "@%HERE%packaging\jvm.options" %EASEL_JVM_OPTIONS% --module-path "%PROGRAM%\javafx" -cp "%PROGRAM%\lib\*" dev.easel.app.Main %*
exit /b %ERRORLEVEL%

rem Succeeds, with JAVA_HOME set, when the folder holds a JDK 25 or newer.
:jdk25
if not exist "%~1\bin\javac.exe" exit /b 1
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
set "MAJOR=%MAJOR:"=%"
if %MAJOR% LSS 25 exit /b 1
set "JAVA_HOME=%~1"
exit /b 0
