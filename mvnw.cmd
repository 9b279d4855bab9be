@echo off
rem Runs the installed Maven; the build finds an installed JDK 25 by itself.
call mvn -f "%~dp0pom.xml" %*
exit /b %ERRORLEVEL%
