"""Vitrine in the Processing toolbox of QGIS: vacancy, heat map, friches and land balance on layers of the open project.

The work is done by the program `vitrine`, which is installed apart. Nothing here imports QGIS before QGIS asks for the plugin.
"""
import configparser
import os

from . import words


def read_version():
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(os.path.join(os.path.dirname(__file__), "metadata.txt"), encoding="utf-8")
    return metadata["general"]["version"]


VERSION = read_version()


class VitrinePlugin:
    provider = None

    def initProcessing(self):
        from qgis.core import QgsApplication
        from .provider import VitrineProvider
        words.french = QgsApplication.locale()[:2].lower() == "fr"
        self.provider = VitrineProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        from qgis.core import QgsApplication
        if self.provider:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None


def classFactory(interface):
    return VitrinePlugin()
